package dev.aludel.dialect.postgres;

import dev.aludel.model.ColumnType;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One ALTER TABLE, gathered clause by clause, with the statements that must run before and after it. */
final class AlterTablePass {

    private final PostgresCompiler compiler;
    private final String table;
    private final List<TableChange> changes = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final ConversionCount count;
    private final NullFills fillsFirst;
    private final List<Sql> clauses = new ArrayList<>();
    private final TableLock lock = new TableLock();
    private final NullFills fillsLater;
    private final List<Sql> laterClauses = new ArrayList<>();
    private final List<Statement> sequences = new ArrayList<>();
    private final List<Statement> numberings = new ArrayList<>();
    private final List<Statement> renames = new ArrayList<>();
    private final List<Statement> comments = new ArrayList<>();
    private Optional<Probe> effect = Optional.empty();

    AlterTablePass(PostgresCompiler compiler, String table) {
        this.compiler = compiler;
        this.table = table;
        this.count = new ConversionCount(compiler, table);
        this.fillsFirst = new NullFills(compiler, table);
        this.fillsLater = new NullFills(compiler, table);
    }

    /** Notes a change that the clauses to come belong to. */
    void change(TableChange change) {
        changes.add(change);
    }

    /** Stops everything when it finds something. */
    void check(Check check) {
        checks.add(check);
    }

    /** Gives rows a value before the table changes. */
    void fillFirst(String column, Sql value) {
        fillsFirst.add(column, value);
    }

    /** Has a column's values counted before and after. */
    void count(String column, ConversionCount.Values values) {
        count.add(column, values);
    }

    void clause(Sql clause) {
        clauses.add(clause);
    }

    /** What the ALTER TABLE locks, to be widened by those who add clauses. */
    TableLock lock() {
        return lock;
    }

    /** Gives rows a value in a column that the ALTER TABLE adds. */
    void fillLater(String column, Sql value) {
        fillsLater.add(column, value);
    }

    /** A clause that only a second ALTER TABLE can hold. */
    void laterClause(Sql clause) {
        laterClauses.add(clause);
    }

    void rename(String from, String to) {
        renames.add(Statement.of(
                        compiler.template("ALTER TABLE $N RENAME COLUMN $N TO $N", table, from, to),
                        "rename column \"%s\" of \"%s\" to \"%s\"".formatted(from, table, to),
                        new TableLock().exclusive().impact())
                .leadsTo(Probe.columnExists(table, to))
                .taking(Effort.DECLARATION));
    }

    /** Has the sequence of a serial count as far as the column's new type does. */
    void retypeSequence(String column, ColumnType type) {
        Sql body = compiler.template(
                "BEGIN\n    EXECUTE 'ALTER SEQUENCE ' || pg_get_serial_sequence(quote_ident($V), $V) || ' AS $S';\nEND",
                Value.of(table),
                Value.of(column),
                compiler.type(type));
        sequences.add(Statement.of(
                        DoBlock.of(compiler.sqlSyntax(), body),
                        "retype the sequence of column \"%s\" of \"%s\"".formatted(column, table),
                        LockImpact.none())
                .asRepeatable());
    }

    /** Changes how a column is numbered, which is called by its old name still. */
    void number(List<Statement> statements) {
        numberings.addAll(statements);
    }

    /** A comment on what there is when all else is done. */
    void comment(Statement comment) {
        comments.add(comment);
    }

    /** What the ALTER TABLE leaves in the schema; the first answer counts, as the statement takes effect whole. */
    void leadsTo(Probe probe) {
        effect = effect.or(() -> Optional.of(probe));
    }

    List<Action> actions() {
        List<Action> actions = new ArrayList<>(checks);
        if (!count.isEmpty()) {
            actions.addAll(count.before());
        }
        fillsFirst.whereNull().ifPresent(actions::add);
        alterTable(clauses, summary(), lock, effect)
                .map(statement -> statement.taking(effort()))
                .ifPresent(actions::add);
        if (!count.isEmpty()) {
            actions.add(count.after());
        }
        actions.addAll(sequences);
        fillsLater.everywhere().ifPresent(actions::add);
        alterTable(
                        laterClauses,
                        "finish the new columns of \"%s\"".formatted(table),
                        new TableLock().exclusive(),
                        Optional.empty())
                .map(statement -> statement.taking(Effort.OWN_ROWS))
                .ifPresent(actions::add);
        actions.addAll(numberings);
        actions.addAll(renames);
        actions.addAll(comments);
        return actions;
    }

    private Effort effort() {
        boolean declares = changes.stream()
                .allMatch(change -> change instanceof AddColumn
                        || change instanceof DropColumn
                        || change instanceof DropConstraint
                        || change instanceof CommentTable);
        return declares && !lock.impact().rewritesTable() ? Effort.DECLARATION : Effort.OWN_ROWS;
    }

    private String summary() {
        return new AlterTable(table, changes).describe();
    }

    private Optional<Statement> alterTable(List<Sql> all, String summary, TableLock held, Optional<Probe> probe) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean fitsOnOneLine = all.size() == 1 && all.get(0).text().indexOf('\n') < 0;
        Sql sql = compiler.template(
                fitsOnOneLine ? "ALTER TABLE $N $S" : "ALTER TABLE $N\n    $S", table, Sql.joined(",\n    ", all));
        Statement statement = Statement.of(sql, summary, held.impact());
        return Optional.of(probe.map(statement::leadsTo).orElse(statement));
    }
}
