package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rebuild starts from: a table's text, and the objects that go with the table and come back after it.
 *
 * @param indexes those with a text of their own, in the order of creation
 * @param views those that read from the table, themselves or through other views, in the order of creation
 * @param triggers those of the table and of {@code views}, and those that mention one of them, in the order of creation
 */
record TableSource(
        String name,
        TableText text,
        List<SchemaObject> indexes,
        List<SchemaObject> views,
        List<SchemaObject> triggers) {

    TableSource {
        indexes = List.copyOf(indexes);
        views = List.copyOf(views);
        triggers = List.copyOf(triggers);
    }

    /** The table as the compiler itself would create it. */
    static TableSource ofModel(Table table, SqliteCompiler compiler, LiveSchema dependents) {
        TableText text = TableText.parse(object(table, compiler).sql());
        return withDependents(table.name(), text, indexes(table, compiler), dependents);
    }

    /** A table of the model, as {@code sqlite_schema} has it once the compiler's own statement has created it. */
    static SchemaObject object(Table table, SqliteCompiler compiler) {
        return new SchemaObject(
                "table", table.name(), table.name(), compiler.tableSql(table).text());
    }

    /** The indexes of a table of the model, in the same way. */
    static List<SchemaObject> indexes(Table table, SqliteCompiler compiler) {
        return table.indexes().stream()
                .map(index -> new SchemaObject(
                        "index",
                        index.name(),
                        table.name(),
                        compiler.indexSql(table.name(), index).text()))
                .toList();
    }

    /**
     * The table as it is.
     *
     * @throws LiveSchemaException when there is no ordinary table of this name
     */
    static TableSource ofLive(String table, LiveSchema live) {
        SchemaObject found = live.table(table)
                .orElseThrow(() -> new LiveSchemaException(
                        "table \"%s\" does not exist in the database, or is no ordinary table: the revisions before this one created it, and somebody dropped or replaced it since. Bring it back, or stamp the database to where it really stands"
                                .formatted(table)));
        return withDependents(found.name(), TableText.parse(found.sql()), live.indexesOf(found.name()), live);
    }

    private static TableSource withDependents(
            String name, TableText text, List<SchemaObject> indexes, LiveSchema live) {
        Set<String> affected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        affected.add(name);
        List<SchemaObject> views = viewsOn(affected, live);
        List<SchemaObject> triggers = live.objects().stream()
                .filter(object -> object.is("trigger"))
                .filter(trigger -> affected.contains(trigger.table()) || mentionsAny(trigger, affected))
                .toList();
        return new TableSource(name, text, indexes, views, triggers);
    }

    /** Adds to {@code affected} the views that mention one of them, until there are no more. */
    private static List<SchemaObject> viewsOn(Set<String> affected, LiveSchema live) {
        List<SchemaObject> views = new ArrayList<>();
        int known;
        do {
            known = affected.size();
            for (SchemaObject object : live.objects()) {
                if (object.is("view") && !affected.contains(object.name()) && mentionsAny(object, affected)) {
                    affected.add(object.name());
                }
            }
        } while (affected.size() > known);
        live.objects().stream()
                .filter(object -> object.is("view") && affected.contains(object.name()))
                .forEach(views::add);
        return views;
    }

    private static boolean mentionsAny(SchemaObject object, Set<String> names) {
        Fragment text = Fragment.of(object.sql());
        return names.stream().anyMatch(text::mentions);
    }
}
