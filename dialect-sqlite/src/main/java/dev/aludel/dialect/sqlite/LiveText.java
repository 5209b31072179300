package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.model.Column;
import dev.aludel.model.Table;

/**
 * A table's text in the light of the model: what in it stands against a change.
 *
 * @param name the table's name, for the messages
 */
record LiveText(TableText text, String name) {

    /**
     * Refuses a table that lacks a column of the model, or has it with another type.
     *
     * @throws LiveSchemaException naming the first such column
     */
    void requireColumns(Table model) {
        for (Column column : model.columns()) {
            ColumnText live = text.find(column.name())
                    .orElseThrow(() -> new LiveSchemaException(
                            "table \"%s\" in the database has no column \"%s\", which the revisions say it has: somebody dropped or renamed it since. Bring it back before this revision runs; nothing was changed"
                                    .formatted(name, column.name())));
            if (!SqliteTypes.isCompatible(live.declaredType(), column.type(), text.isStrict())) {
                throw new LiveSchemaException(
                        "column \"%s\" of table \"%s\" is declared %s in the database, and %s by the revisions: somebody changed it since. Change it back before this revision runs; nothing was changed"
                                .formatted(
                                        column.name(),
                                        name,
                                        live.declaredType().isEmpty() ? "without a type" : live.declaredType(),
                                        SqliteTypes.spelling(column.type())));
            }
        }
    }

    /**
     * Refuses to drop a column that something else in the text speaks of.
     *
     * @throws LiveSchemaException naming it
     */
    void requireUnused(String column) {
        text.tableConstraints().stream()
                .filter(constraint -> constraint.text().mentions(column))
                .findFirst()
                .ifPresent(constraint -> refuse(column, constraint.text(), "drop that first"));
        text.columns().stream()
                .filter(other -> !other.name().equalsIgnoreCase(column))
                .flatMap(other -> other.clauses().stream())
                .filter(clause -> clause.mentions(column))
                .findFirst()
                .ifPresent(clause -> refuse(column, clause, "drop that first"));
        text.column(column)
                .clause("PRIMARY")
                .ifPresent(key -> refuse(column, key, "give the table another primary key first"));
    }

    /**
     * Refuses to convert a column from which other values are generated, or whose default the model doesn't know.
     *
     * @throws LiveSchemaException naming what depends on the old values
     */
    void requireConvertible(Column column, String working, boolean setsDefault) {
        text.columns().stream()
                .filter(ColumnText::isGenerated)
                .filter(generated -> generated.text().from(1).mentions(working))
                .findFirst()
                .ifPresent(generated ->
                        refuse(column.name(), generated.text(), "change or drop that generated column first"));
        boolean unknownDefault = column.defaultValue().isEmpty()
                && !setsDefault
                && text.column(working).defaultValue().isPresent();
        if (unknownDefault) {
            refuse(
                    column.name(),
                    text.column(working).clause("DEFAULT").orElseThrow(),
                    "say in this revision what the column's default is to be");
        }
    }

    private void refuse(String column, Fragment obstacle, String advice) {
        throw new LiveSchemaException(
                "column \"%s\" of table \"%s\" cannot be changed as the revision asks, because the table in the database has: %s. The revisions don't know of it; %s. Nothing was changed"
                        .formatted(column, name, obstacle.words(), advice));
    }
}
