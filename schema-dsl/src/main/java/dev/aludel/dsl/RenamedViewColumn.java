package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameViewColumn;
import java.util.function.Supplier;

/**
 * A view's column that gets another name. What the view shows afterwards is said as well: where a view's columns can't be
 * renamed, it is made anew of that.
 */
public final class RenamedViewColumn implements Supplier<Operation> {

    private final String view;
    private final String from;
    private final String to;
    private final DialectChoices<String> query = new DialectChoices<>();

    RenamedViewColumn(String view, String from, String to) {
        this.view = view;
        this.from = from;
        this.to = to;
    }

    /** What the view shows afterwards on a dialect, as a query without a terminator. */
    public RenamedViewColumn on(DialectId dialect, String sql) {
        query.on(dialect, sql);
        return this;
    }

    /** What the view shows afterwards on all dialects that aren't named. */
    public RenamedViewColumn otherwise(String sql) {
        query.otherwise(sql);
        return this;
    }

    @Override
    public Operation get() {
        return new RenameViewColumn(view, from, to, query.build());
    }
}
