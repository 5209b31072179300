package dev.aludel.testing.random;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DatabaseObject.View;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Draws views of a table's key and one of its columns; and makes changes that they are in the way of, as an author would. */
final class RandomViews {

    private final Chance chance;

    RandomViews(Chance chance) {
        this.chance = chance;
    }

    Consumer<Schema> next(SchemaModel model, Table table) {
        List<View> views = all(model);
        if (views.isEmpty() || chance.half()) {
            return create(table);
        }
        View view = chance.one(views);
        String query = query(view);
        return chance.half()
                ? schema -> schema.dropView(view.name())
                : schema -> schema.replaceView(
                        view.name(), query + (query.contains("WHERE") ? " AND" : " WHERE") + " id > 0");
    }

    private Consumer<Schema> create(Table table) {
        String name = chance.fresh("v");
        String column = chance.one(table.columns()).name();
        String query = column.equals("id")
                ? "SELECT id FROM " + table.name()
                : "SELECT id, %s FROM %s".formatted(column, table.name());
        return schema -> schema.createView(name, query);
    }

    /** {@code move}, with the views of a column dropped before it and created again behind it. */
    Consumer<Schema> around(SchemaModel model, Table table, String column, Consumer<Schema> move) {
        return around(of(model, table.name(), column), move, query -> query);
    }

    /** {@code move}, with the views of a column dropped before it. */
    Consumer<Schema> before(SchemaModel model, String table, String column, Consumer<Schema> move) {
        List<View> views = of(model, table, column);
        return schema -> {
            views.forEach(view -> schema.dropView(view.name()));
            move.accept(schema);
        };
    }

    /** {@code move}, which gives a table or one of its columns another name, with the views of it created anew behind it. */
    Consumer<Schema> renaming(
            SchemaModel model, String table, String column, String from, String to, Consumer<Schema> move) {
        return around(of(model, table, column), move, query -> query.replaceAll("\\b" + from + "\\b", to));
    }

    private static Consumer<Schema> around(List<View> views, Consumer<Schema> move, Function<String, String> text) {
        return schema -> {
            views.forEach(view -> schema.dropView(view.name()));
            move.accept(schema);
            views.forEach(view -> schema.createView(view.name(), text.apply(query(view))));
        };
    }

    private static List<View> of(SchemaModel model, String table, String column) {
        return all(model).stream()
                .filter(view -> names(query(view), table) && names(query(view), column))
                .toList();
    }

    private static List<View> all(SchemaModel model) {
        return model.objects().stream()
                .filter(object -> object.kind() == DatabaseObject.Kind.VIEW)
                .map(View.class::cast)
                .toList();
    }

    private static boolean names(String query, String name) {
        return List.of(query.split("[ ,]+")).contains(name);
    }

    private static String query(View view) {
        return view.query().otherwise().orElseThrow();
    }
}
