package dev.aludel.dialect.sqlite;

import dev.aludel.model.Index;
import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Probe;
import dev.aludel.sql.RowRanges;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rebuild's statements, in the order that loses nothing: the new table is made and filled under a name of its own, and
 * takes the old one's place only once it has every row. The old table is never renamed: foreign keys of other tables
 * would follow it.
 */
final class RebuildActions {

    /** With a blank, so that hardly a column is called the same. */
    private static final String ALL_ROWS = "all rows";

    private final RebuildDraft draft;
    private final Syntax syntax;
    private final String table;
    private final String temporary;
    private final boolean isConsecutive;

    /** For rows of any numbers, which are copied with their rowids. */
    RebuildActions(RebuildDraft draft) {
        this(draft, false);
    }

    /** @param isConsecutive whether the rows are {@link ConsecutiveRows} */
    RebuildActions(RebuildDraft draft, boolean isConsecutive) {
        this.draft = draft;
        this.isConsecutive = isConsecutive;
        this.syntax = draft.compiler().sqlSyntax();
        this.table = draft.source().name();
        this.temporary = temporaryName(table);
    }

    /** The name of the new table until it takes the old one's place. */
    static String temporaryName(String table) {
        return "aludel_rebuild_" + table;
    }

    List<Action> actions() {
        return Stream.of(
                        List.of(create(), copy(), count()),
                        sequence(),
                        dropDependents(),
                        swap(),
                        recreate(),
                        renameColumns(),
                        createIndexes())
                .<Action>flatMap(List::stream)
                .toList();
    }

    private Statement create() {
        Sql sql = Sql.raw(draft.text().withName(syntax.name(temporary)));
        return statement(sql, "create the new form of table \"%s\"".formatted(table))
                .leadsTo(Probe.tableExists(temporary));
    }

    private Statement copy() {
        RowProjection rows = draft.rows();
        Optional<String> rowid = copiedRowid().filter(name -> !comesByItself());
        List<String> targets = new ArrayList<>(rowid.stream().toList());
        rows.columns().forEach(column -> targets.add(draft.names().of(column)));
        Sql sql = syntax.sql(
                "INSERT$S INTO $N ($N)\n$S", conflictClause(), temporary, targets, rows.select(rowid.isPresent()));
        Statement copy = Statement.of(
                        ordered(sql), "copy the rows of table \"%s\"".formatted(table), LockFacts.write(true))
                .explainedBy(draft.checksOfCopy());
        return ranges(sql).map(copy::inRanges).orElse(copy);
    }

    /** Of a SELECT of the table the order would be made by sorting. */
    private boolean comesByItself() {
        return isConsecutive && draft.rows().isFrom(table);
    }

    private Sql ordered(Sql copy) {
        return copiedRowid()
                .filter(name -> comesByItself())
                .map(name -> syntax.sql("$S\nORDER BY $S", copy, Sql.raw(name)))
                .orElse(copy);
    }

    /** Of one statement all rows have the same time: what asks for it, or may, is not done in parts. */
    private Optional<RowRanges> ranges(Sql copy) {
        boolean isTheSameInParts = draft.rows().isFrom(table)
                && !draft.hasExpressions()
                && !copy.text().toUpperCase(Locale.ROOT).contains("CURRENT_");
        return draft.rows()
                .rowid()
                .filter(name -> isTheSameInParts)
                .map(Sql::raw)
                .map(number -> new RowRanges(
                        syntax.sql(
                                "SELECT (SELECT min($S) FROM $N), (SELECT max($S) FROM $N), (SELECT count(*) FROM $N)",
                                number,
                                table,
                                number,
                                table,
                                table),
                        number,
                        copy));
    }

    /** A table's own ON CONFLICT would replace what can't be copied, or leave it out. */
    private Sql conflictClause() {
        boolean hasOwn = draft.text().sql().toUpperCase(Locale.ROOT).contains("CONFLICT");
        return Sql.raw(hasOwn ? " OR ABORT" : "");
    }

    /** Where no column is another name for it, the rowid is copied, because other tables may hold it. */
    private Optional<String> copiedRowid() {
        boolean hasOwn =
                !draft.text().isWithoutRowid() && draft.text().rowidAlias().isEmpty();
        return draft.rows()
                .rowid()
                .filter(name -> hasOwn && draft.text().find(name).isEmpty());
    }

    private Check count() {
        List<Sql> counts = new ArrayList<>(List.of(syntax.sql("count(*) AS $N", ALL_ROWS)));
        List<Sql> differences = new ArrayList<>(List.of(syntax.sql("fresh.$N <> old.$N", ALL_ROWS, ALL_ROWS)));
        for (CarriedColumn column : draft.carried()) {
            counts.add(syntax.sql("count($N) AS $N", column.name(), column.name()));
            differences.add(difference(column));
        }
        Sql query = syntax.sql(
                """
                SELECT max(abs(fresh.$N - old.$N), 1) AS $N, old.*, fresh.*
                FROM (SELECT $S FROM $N) AS old,
                    (SELECT $S FROM $N) AS fresh
                WHERE $S""",
                ALL_ROWS,
                ALL_ROWS,
                Check.COUNT_LABEL,
                counts,
                table,
                counts,
                temporary,
                Sql.joined("\n  OR ", differences));
        return new Check(
                        table,
                        query,
                        "check that the new form of table \"%s\" has every row and value".formatted(table),
                        new Check.Failure(
                                "the new form of table \"%s\" does not have every row and value of the old one"
                                        .formatted(table),
                                "Look for a step of this revision that changes the table's rows meanwhile, by a trigger for example."),
                        false)
                .explainedBy(draft.checksOfCopy());
    }

    private Sql difference(CarriedColumn column) {
        String name = column.name();
        return switch (column.values()) {
            case SAME -> syntax.sql("fresh.$N <> old.$N", name, name);
            case SAME_OR_MORE -> syntax.sql("fresh.$N < old.$N", name, name);
            case ALL -> syntax.sql("fresh.$N <> fresh.$N", name, ALL_ROWS);
        };
    }

    /** AUTOINCREMENT goes on where it was, and never gives a number twice. */
    private List<Action> sequence() {
        if (!draft.text().hasAutoincrement() || !draft.source().text().hasAutoincrement()) {
            return List.of();
        }
        Value old = Value.of(table);
        Value fresh = Value.of(temporary);
        return List.of(
                statement(
                        syntax.sql("DELETE FROM sqlite_sequence\nWHERE name = $V", fresh),
                        "forget the counter that the copy began"),
                statement(
                        syntax.sql(
                                "INSERT INTO sqlite_sequence (name, seq)\nSELECT $V, seq\nFROM sqlite_sequence\nWHERE name = $V",
                                fresh,
                                old),
                        "keep the counter of table \"%s\"".formatted(table)));
    }

    /** Views and other tables' triggers speak of the table; SQLite would refuse to go on while it is missing. */
    private List<Action> dropDependents() {
        List<Action> drops = new ArrayList<>();
        for (SchemaObject trigger : draft.source().triggers()) {
            boolean goesByItself = trigger.belongsTo(table)
                    || draft.source().views().stream().anyMatch(view -> trigger.belongsTo(view.name()));
            if (!goesByItself) {
                drops.add(drop("TRIGGER", trigger));
            }
        }
        draft.source().views().forEach(view -> drops.add(drop("VIEW", view)));
        return drops;
    }

    private Statement drop(String kind, SchemaObject object) {
        return statement(
                syntax.sql("DROP $S $N", Sql.raw(kind), object.name()),
                "put %s \"%s\" aside".formatted(object.type(), object.name()));
    }

    private List<Action> swap() {
        return List.of(
                statement(syntax.sql("DROP TABLE $N", table), "drop the old form of table \"%s\"".formatted(table)),
                statement(
                                syntax.sql("ALTER TABLE $N RENAME TO $N", temporary, table),
                                "put the new form of table \"%s\" in its place".formatted(table))
                        .leadsTo(Probe.tableExists(temporary).negated()));
    }

    private List<Action> recreate() {
        return Stream.of(
                        draft.keptIndexes(),
                        draft.source().views(),
                        draft.source().triggers())
                .flatMap(List::stream)
                .<Action>map(object ->
                        statement(Sql.raw(object.sql()), "recreate %s \"%s\"".formatted(object.type(), object.name())))
                .toList();
    }

    private List<Action> renameColumns() {
        return draft.names().renames().stream()
                .<Action>map(rename -> draft.compiler().renameColumn(table, rename.from(), rename.to()))
                .toList();
    }

    private List<Action> createIndexes() {
        List<Action> indexes = new ArrayList<>();
        for (Index index : draft.newIndexes()) {
            indexes.add(statement(
                            draft.compiler().indexSql(table, index),
                            "create index \"%s\" on \"%s\"".formatted(index.name(), table))
                    .leadsTo(Probe.indexExists(table, index.name())));
        }
        return indexes;
    }

    private static Statement statement(Sql sql, String summary) {
        return Statement.of(sql, summary, LockFacts.write(false));
    }
}
