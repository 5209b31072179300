package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Stops a batch where the live table contradicts the revisions in what the batch touches. */
final class LiveAgreement {

    private static final Map<String, Set<String>> KINDS = Map.of(
            "text", Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json", "enum", "set"),
            "whole number",
                    Set.of("tinyint", "smallint", "mediumint", "int", "integer", "bigint", "boolean", "bool", "bit"),
            "exact number", Set.of("decimal", "numeric", "dec", "fixed"),
            "floating point number", Set.of("float", "double", "real"),
            "date and time", Set.of("datetime", "timestamp"),
            "bytes", Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"));

    private LiveAgreement() {}

    /**
     * Compares the columns that {@code batch} changes or drops with those that there are.
     *
     * @throws LiveSchemaException when one is missing, or holds something else, or something unknown hangs on it
     */
    static void require(TableBatch batch, LiveTable live) {
        for (ColumnPlan plan : batch.columns()) {
            if (plan.origin().isPresent() && plan.isChanged()) {
                requireAlike(batch.table(), plan.origin().get(), live);
            }
            if (plan.isConverted()) {
                requireKeepable(batch.table(), plan.origin().orElseThrow().name(), live);
            }
        }
        for (Column dropped : batch.droppedColumns()) {
            requireAlike(batch.table(), dropped, live);
            requireUnused(batch, dropped.name(), live);
            requireKeepable(batch.table(), dropped.name(), live);
        }
    }

    private static void requireAlike(String table, Column known, LiveTable live) {
        Column found = live.table()
                .find(known.name())
                .orElseThrow(() -> new LiveSchemaException(
                        "column \"%s\" of table \"%s\" is in the revisions, but not in the database, which has %s. Bring it back, or stamp the revision that the database stands at"
                                .formatted(
                                        known.name(),
                                        table,
                                        live.table().columns().stream()
                                                .map(Column::name)
                                                .toList())));
        if (live.attributes(known.name()).generated() && known.generated().isEmpty()) {
            throw new LiveSchemaException(
                    "column \"%s\" of table \"%s\" holds values in the revisions, but computes them in the database: make it an ordinary column first"
                            .formatted(known.name(), table));
        }
        if (!kind(known.type()).equals(kind(found.type()))) {
            throw new LiveSchemaException(
                    "column \"%s\" of table \"%s\" has the type %s in the revisions, but %s in the database. Change the one or the other so that they agree"
                            .formatted(
                                    known.name(),
                                    table,
                                    MysqlTypes.spelling(known.type()),
                                    MysqlTypes.spelling(found.type())));
        }
    }

    /** Dropping a column takes it out of indexes silently, which makes other indexes of them. */
    private static void requireUnused(TableBatch batch, String column, LiveTable live) {
        List<String> unknown = live.indexesUnknownTo(batch.tableBefore()).stream()
                .map(index -> index.name())
                .filter(index -> live.table().usersOf(column).contains(index))
                .toList();
        if (!unknown.isEmpty()) {
            throw new LiveSchemaException(
                    "column \"%s\" of table \"%s\" is to be dropped, but the database has indexes over it that the revisions don't know: %s. Drop them first"
                            .formatted(column, batch.table(), unknown));
        }
    }

    private static void requireKeepable(String table, String column, LiveTable live) {
        List<String> unspeakable = live.otherIndexes().entrySet().stream()
                .filter(entry -> entry.getValue().contains(column))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!unspeakable.isEmpty()) {
            throw new LiveSchemaException(
                    "column \"%s\" of table \"%s\" goes, and the database has indexes over it that could not be made again as they are: %s. Drop them in the revision with execute(…) before"
                            .formatted(column, table, unspeakable));
        }
    }

    /** What a type holds, in one word: within a kind, sizes may differ from what the revisions say. */
    private static String kind(ColumnType type) {
        String spelled = MysqlTypes.spelling(type).toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(spelled))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(spelled);
    }
}
