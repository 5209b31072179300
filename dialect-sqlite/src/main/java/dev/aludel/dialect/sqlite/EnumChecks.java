package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Step;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.EnumType;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Enums as SQLite has them: a column of text as long as the longest word, and a check that it holds one of the words. A
 * table, and its changes, are spelled out so that a rebuild knows of texts and checks only.
 *
 * <p>The check is named when it is made, and keeps its name when table or column get another one; it is found again by what
 * it says.
 */
final class EnumChecks {

    private final Syntax syntax;

    EnumChecks(Syntax syntax) {
        this.syntax = syntax;
    }

    /** The check of a column's words; empty where its type is no enum. */
    Optional<CheckConstraint> of(String table, Column column) {
        return column.type() instanceof EnumType words
                ? Optional.of(check(table, column.name(), words))
                : Optional.empty();
    }

    /** The table with its enums spelled out. */
    Table spelledOut(Table table) {
        Table spelledOut = table;
        for (Column column : table.columns()) {
            Optional<CheckConstraint> check = of(table.name(), column);
            if (check.isPresent()) {
                spelledOut = spelledOut
                        .withColumnChanged(column.name(), one -> one.withType(text(one.type())))
                        .withConstraint(check.get());
            }
        }
        return spelledOut;
    }

    /** The steps of one table with its enums spelled out. */
    List<Step> spelledOut(List<Step> steps) {
        return steps.stream().map(this::spelledOut).toList();
    }

    private Step spelledOut(Step step) {
        if (step.before().enums().isEmpty() && step.after().enums().isEmpty()) {
            return step;
        }
        SchemaModel before = spelledOut(step.before());
        return step.operation() instanceof AlterTable alter
                ? new Step(spelledOut(alter, step.before()), before, spelledOut(step.after()))
                : new Step(step.operation(), before, spelledOut(step.after()));
    }

    private SchemaModel spelledOut(SchemaModel model) {
        SchemaModel spelledOut = model;
        for (EnumType words : model.enums()) {
            for (Table table : model.tablesUsing(words.name())) {
                spelledOut = spelledOut.withTableChanged(table.name(), this::spelledOut);
            }
        }
        return spelledOut;
    }

    private AlterTable spelledOut(AlterTable alter, SchemaModel before) {
        List<TableChange> changes = new ArrayList<>();
        Table spelledOut = spelledOut(before.table(alter.table()));
        SchemaModel current = before;
        SchemaModel currentSpelledOut = before.withTableChanged(alter.table(), this::spelledOut);
        for (TableChange change : alter.changes()) {
            for (TableChange part :
                    parts(change, current.table(alter.table()), spelledOut).toList()) {
                changes.add(part);
                currentSpelledOut = part.applyTo(alter.table(), currentSpelledOut);
                spelledOut = currentSpelledOut.table(alter.table());
            }
            current = change.applyTo(alter.table(), current);
        }
        return new AlterTable(alter.table(), changes);
    }

    private Stream<TableChange> parts(TableChange change, Table table, Table spelledOut) {
        if (change instanceof AddColumn add) {
            Column column = add.column();
            return with(
                    new AddColumn(column.withType(text(column.type())), add.fill()),
                    Stream.empty(),
                    of(table.name(), column).map(AddConstraint::new));
        }
        if (change instanceof DropColumn drop) {
            return with(drop, dropped(table.column(drop.column()), spelledOut), Optional.empty());
        }
        if (change instanceof AlterColumn alter && alter.newType().isPresent()) {
            Column before = table.column(alter.column());
            return with(
                    alter.withNewType(text(alter.newType().get())),
                    dropped(before, spelledOut),
                    of(table.name(), alter.changed(before)).map(AddConstraint::new));
        }
        return Stream.of(change);
    }

    private static Stream<TableChange> with(
            TableChange change, Stream<TableChange> first, Optional<? extends TableChange> then) {
        return Stream.of(first, Stream.of(change), then.stream()).flatMap(part -> part);
    }

    /** The check may go by an older name of its table or column. */
    private Stream<TableChange> dropped(Column column, Table spelledOut) {
        return of(spelledOut.name(), column).stream().flatMap(wanted -> spelledOut.checkConstraints().stream()
                .filter(check -> check.expression().equals(wanted.expression()))
                .limit(1)
                .map(check -> new DropConstraint(check.name())));
    }

    private CheckConstraint check(String table, String column, EnumType words) {
        return new CheckConstraint(
                NamingConvention.enumCheck(table, column, words.name()),
                syntax.sql(
                                "$N IN ($V)",
                                column,
                                words.values().stream().map(Value::of).toList())
                        .text());
    }

    private static ColumnType text(ColumnType type) {
        return type instanceof EnumType words ? ColumnType.string(words.longestValue()) : type;
    }
}
