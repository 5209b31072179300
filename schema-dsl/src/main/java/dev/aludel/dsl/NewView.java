package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DialectId;
import java.util.Optional;

/** The definition of a view within {@code createView}. */
public final class NewView {

    private final String name;
    private final DialectChoices<String> query = new DialectChoices<>();
    private Optional<String> comment = Optional.empty();

    NewView(String name) {
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

    /** What it is for; kept where the database has a place for it. */
    public void comment(String text) {
        comment = Optional.of(text);
    }

    DatabaseObject build() {
        return new DatabaseObject.View(name, query.build(), Optional.empty(), comment);
    }
}
