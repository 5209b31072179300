package dev.aludel.dialect.sqlite;

import dev.aludel.model.Column;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks that the live table is what the model says, as SQL, so that a script can ask them too. */
record ModelChecks(Syntax syntax, TableSource source) {

    /** Words of a CREATE TABLE that stand for something the model has no name for. */
    private static final List<String> UNKNOWN_TO_MODEL = List.of(
            "AUTOINCREMENT", "WITHOUT ROWID", "STRICT", "COLLATE", "GENERATED", "ON CONFLICT", "DEFERRABLE", "CHECK");

    /** Stops where the live table lacks a column of the model. */
    Check columnsExist(Table model) {
        List<Sql> names = model.columns().stream()
                .map(Column::name)
                .map(name -> syntax.sql("($V)", Value.of(name)))
                .toList();
        Sql query = syntax.sql(
                """
                SELECT count(*) OVER () AS $N, wanted.column1 AS "column"
                FROM (VALUES $S) AS wanted
                WHERE NOT EXISTS (
                    SELECT 1 FROM pragma_table_xinfo($V) AS present WHERE present.name = wanted.column1 COLLATE NOCASE)
                LIMIT 5""",
                Check.COUNT_LABEL,
                names,
                Value.of(source.name()));
        return check(
                query,
                "check that table \"%s\" has the columns that it should".formatted(source.name()),
                "table \"%s\" in the database lacks columns that the revisions say it has".formatted(source.name()),
                "Somebody dropped or renamed them since: bring them back before this revision runs.",
                true);
    }

    /** Stops where the live table has what the model doesn't know, and a rebuild from the model would lose. */
    Check nothingUnknown(List<String> droppedIndexes) {
        return nothingUnknown(
                droppedIndexes, "that this script would lose", "Run this revision online, which keeps it.");
    }

    /**
     * Stops where the live table has what the model doesn't know.
     *
     * @param consequence what would come of it, as the end of a sentence
     */
    Check nothingUnknown(List<String> droppedIndexes, String consequence, String advice) {
        Sql query = syntax.sql(
                """
                SELECT count(*) OVER () AS $N, type, name
                FROM (
                    SELECT type, name
                    FROM sqlite_schema
                    WHERE tbl_name = $V COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL
                      AND name COLLATE NOCASE NOT IN ($S)
                    UNION ALL
                    SELECT 'column', name
                    FROM pragma_table_xinfo($V)
                    WHERE name COLLATE NOCASE NOT IN ($S)
                    UNION ALL
                    SELECT 'clause of', sql
                    FROM sqlite_schema
                    WHERE type = 'table' AND name = $V COLLATE NOCASE
                      AND ($S)
                )
                LIMIT 5""",
                Check.COUNT_LABEL,
                Value.of(source.name()),
                knownDependents(droppedIndexes),
                Value.of(source.name()),
                literals(source.text().columns().stream().map(ColumnText::name)),
                Value.of(source.name()),
                unknownClauses());
        return check(
                query,
                "check that table \"%s\" has nothing that this script doesn't know".formatted(source.name()),
                "table \"%s\" has an index, trigger, column or clause that the revisions don't know, and %s"
                        .formatted(source.name(), consequence),
                advice,
                false);
    }

    private List<Sql> knownDependents(List<String> droppedIndexes) {
        Stream<SchemaObject> kept = Stream.concat(source.indexes().stream(), source.triggers().stream());
        return literals(Stream.concat(kept.map(SchemaObject::name), droppedIndexes.stream()));
    }

    private Sql unknownClauses() {
        String text = source.text().sql().toUpperCase(Locale.ROOT);
        return Sql.joined(
                " OR ",
                UNKNOWN_TO_MODEL.stream()
                        .filter(word -> !text.contains(word))
                        .map(word -> syntax.sql("sql LIKE $V", Value.of("%" + word.replace(' ', '%') + "%")))
                        .toList());
    }

    private List<Sql> literals(Stream<String> names) {
        return names.distinct().map(name -> syntax.sql("$V", Value.of(name))).toList();
    }

    private Check check(Sql query, String summary, String problem, String advice, boolean precondition) {
        return new Check(source.name(), query, summary, new Check.Failure(problem, advice), precondition);
    }
}
