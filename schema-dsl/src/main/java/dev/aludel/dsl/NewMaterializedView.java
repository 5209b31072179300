package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DialectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The definition of a view that keeps its rows, within {@code createMaterializedView}. */
public final class NewMaterializedView {

    private final String name;
    private final DialectChoices<String> query = new DialectChoices<>();
    private final List<TableIndex> indexes = new ArrayList<>();
    private boolean otherwiseView;
    private Optional<String> comment = Optional.empty();

    NewMaterializedView(String name) {
        this.name = name;
    }

    /** What it shows on a dialect, as a query without a terminator. */
    public void on(DialectId dialect, String sql) {
        query.on(dialect, sql);
    }

    /** What it shows on all dialects that aren't named. */
    public void otherwise(String sql) {
        query.otherwise(sql);
    }

    /** Lets a plain view take its place where the database keeps no view's rows: on all but PostgreSQL. */
    public void otherwiseView() {
        otherwiseView = true;
    }

    /** Adds an index over its columns, in this order; a unique one lets it be refreshed concurrently. */
    public TableIndex index(String index, String... columns) {
        TableIndex added = new TableIndex(index, List.of(columns));
        indexes.add(added);
        return added;
    }

    /** What it is for; kept where the database has a place for it. */
    public void comment(String text) {
        comment = Optional.of(text);
    }

    DatabaseObject build() {
        DatabaseObject.Storage storage = new DatabaseObject.Storage(
                indexes.stream().map(TableIndex::build).toList(), otherwiseView);
        return new DatabaseObject.View(name, query.build(), Optional.of(storage), comment);
    }
}
