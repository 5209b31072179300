package dev.aludel.dialect.postgres;

import dev.aludel.dialect.ConstraintChecks;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Action;
import dev.aludel.sql.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Compiles the changes of a table into as few ALTER TABLE statements as their meaning allows. */
final class AlterTableCompiler {

    private final PostgresCompiler compiler;
    private final AlterTable operation;
    private final SchemaModel before;
    private final List<Action> actions = new ArrayList<>();
    private PassBoundary boundary = new PassBoundary();
    private AlterTablePass pass;
    private RowChecks checks;
    private ProjectedRows rows;

    AlterTableCompiler(PostgresCompiler compiler, AlterTable operation, SchemaModel before) {
        this.compiler = compiler;
        this.operation = operation;
        this.before = before;
        this.pass = new AlterTablePass(compiler, operation.table());
        this.checks = new RowChecks(compiler, before.table(operation.table()), true);
        this.rows = new ProjectedRows(compiler, before.table(operation.table()), true);
    }

    List<Action> compile() {
        SchemaModel current = before;
        for (TableChange change : operation.changes()) {
            join(change, current);
            current = change.applyTo(operation.table(), current);
        }
        actions.addAll(pass.actions());
        return actions;
    }

    private void join(TableChange change, SchemaModel current) {
        Footprint footprint = Footprint.of(operation.table(), change, expression -> compiler.own(expression.sql()));
        if (!boundary.admits(change, footprint)) {
            endPass(current.table(operation.table()));
        }
        boundary.add(change, footprint);
        pass.change(change);
        write(change, current);
    }

    private void endPass(Table next) {
        actions.addAll(pass.actions());
        pass = new AlterTablePass(compiler, operation.table());
        boundary = new PassBoundary();
        checks = new RowChecks(compiler, next, false);
        rows = new ProjectedRows(compiler, next, false);
    }

    private void write(TableChange change, SchemaModel current) {
        Table table = current.table(operation.table());
        if (change instanceof AlterColumn alter) {
            new ColumnChange(compiler, alter, table, checks, rows).addTo(pass);
            commentOn(alter, table);
            lockTablesLinkedBy(alter, current);
        } else if (change instanceof AddColumn add) {
            new ColumnAddition(compiler, table.name(), add, checks, rows).addTo(pass);
            if (add.column().comment().isPresent()) {
                pass.comment(comments().onColumn(add.column()));
            }
        } else if (change instanceof DropColumn drop) {
            dropColumn(drop);
        } else if (change instanceof DropConstraint drop) {
            dropConstraint(drop, table);
        } else if (change instanceof CommentTable comment) {
            pass.comment(comments().onTable(comment.change().comment()));
        } else {
            addConstraint(((AddConstraint) change).constraint(), table);
        }
    }

    /** PostgreSQL makes the foreign keys of a column anew when its type changes, and shuts the tables at both ends. */
    private void lockTablesLinkedBy(AlterColumn change, SchemaModel current) {
        if (change.newType().isPresent()) {
            for (Table table : current.tables()) {
                for (ForeignKey key : table.foreignKeys()) {
                    lockOtherEnd(key, table.name(), change.column());
                }
            }
        }
    }

    private void lockOtherEnd(ForeignKey key, String owner, String column) {
        boolean isReferrer = owner.equals(operation.table());
        if (isReferrer && isOther(key) && key.columns().contains(column)) {
            pass.lock().exclusiveOn(List.of(key.referencedTable()));
        }
        if (!isReferrer && !isOther(key) && key.referencedColumns().contains(column)) {
            pass.lock().exclusiveOn(List.of(owner));
        }
    }

    private void dropColumn(DropColumn drop) {
        rows.remove(drop.column());
        pass.clause(compiler.template("DROP COLUMN $N", drop.column()));
        pass.lock().exclusive();
        pass.leadsTo(Probe.columnExists(operation.table(), drop.column()).negated());
    }

    private void dropConstraint(DropConstraint drop, Table table) {
        pass.clause(compiler.template("DROP CONSTRAINT $N", drop.constraint()));
        pass.lock().exclusive();
        table.findConstraint(drop.constraint())
                .filter(constraint -> constraint instanceof ForeignKey key && isOther(key))
                .ifPresent(key -> pass.lock().exclusiveOn(List.of(((ForeignKey) key).referencedTable())));
        pass.leadsTo(
                Probe.constraintExists(operation.table(), drop.constraint()).negated());
    }

    private void addConstraint(Constraint constraint, Table table) {
        if (!rows.isEmptyIn(constraint.columns())) {
            new ConstraintChecks(compiler.sqlSyntax(), rows.source(table), UnaryOperator.identity())
                    .of(constraint)
                    .forEach(pass::check);
        }
        pass.clause(compiler.template("ADD $S", compiler.constraintDefinition(operation.table(), constraint)));
        if (constraint instanceof ForeignKey key) {
            pass.lock().referringTo(isOther(key) ? List.of(key.referencedTable()) : List.of());
        } else {
            pass.lock().exclusive();
        }
        pass.leadsTo(Probe.constraintExists(operation.table(), constraint.name()));
    }

    private void commentOn(AlterColumn change, Table table) {
        if (change.newComment().isPresent()) {
            pass.comment(comments().onColumn(change.changed(table.column(change.column()))));
        }
    }

    private CommentStatements comments() {
        return new CommentStatements(compiler.sqlSyntax(), operation.table());
    }

    private boolean isOther(ForeignKey key) {
        return !key.referencedTable().equals(operation.table());
    }
}
