package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.sql.Action;
import dev.aludel.sql.Effort;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements of a transaction that are to be sent in one message: none of them takes time, and none but the first waits for
 * other sessions, so that whoever listens hears of each before it is waited for.
 */
final class PendingStatements {

    /** So that somebody who watches sees a long revision move on. */
    private static final int MOST = 50;

    private final boolean together;
    private final NewTables newTables;
    private final LockedTables locked = new LockedTables();
    private final List<Pending> pending = new ArrayList<>();

    /** With {@code together} false none is kept. */
    PendingStatements(boolean together, NewTables newTables) {
        this.together = together;
        this.newTables = newTables;
    }

    /** What a statement is to the revision. */
    enum Part {
        /** Creates a table of the bookkeeping, which is no part of the revision. */
        PREPARATION,
        /** One of the revision's actions. */
        ACTION,
        /** Moves a row of the version table. */
        VERSION_ROW,
        /** Writes the row of the log, of which no listener hears. */
        LOG_ROW
    }

    /** A statement, and the step that it belongs to; no step for the bookkeeping. */
    record Pending(Part part, Optional<CompiledStep> step, Statement statement) {}

    /** Whether statements are kept at all. */
    boolean together() {
        return together;
    }

    /** Whether an action of the step takes no time, and the database alone decides whether it succeeds. */
    boolean takes(CompiledStep step, Action action) {
        return together
                && action instanceof Statement statement
                && statement.transactional()
                && statement.skippedWhen().isEmpty()
                && statement.leftover().isEmpty()
                && statement.explainedBy().isEmpty()
                && isShort(step, statement);
    }

    /** Whether what is kept must be sent before this one is added. */
    boolean endsBefore(CompiledStep step, Statement next) {
        return pending.size() >= MOST || (!pending.isEmpty() && !locked.suffice(step, next));
    }

    void add(CompiledStep step, Statement statement) {
        pending.add(new Pending(Part.ACTION, Optional.of(step), statement));
        locked.add(step, statement);
    }

    void add(Part part, Statement statement) {
        pending.add(new Pending(part, Optional.empty(), statement));
    }

    /** Takes note of an action that was carried out by itself. */
    void ran(CompiledStep step, Action action) {
        if (action instanceof Statement statement) {
            locked.add(step, statement);
        }
    }

    /** All that is kept, in order; nothing is kept from then on. */
    List<Pending> take() {
        List<Pending> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    private boolean isShort(CompiledStep step, Statement statement) {
        return statement.effort() == Effort.DECLARATION
                || (statement.effort() == Effort.OWN_ROWS && newTables.holdAll(step));
    }
}
