package dev.aludel.dsl;

import dev.aludel.operation.Operation;
import dev.aludel.operation.RefreshView;
import java.util.function.Supplier;

/** A materialized view that is brought up to date. */
public final class RefreshedView implements Supplier<Operation> {

    private final String view;
    private boolean concurrently;

    RefreshedView(String view) {
        this.view = view;
    }

    /** Lets readers go on meanwhile, which needs a unique index over all its rows. */
    public RefreshedView concurrently() {
        concurrently = true;
        return this;
    }

    @Override
    public Operation get() {
        return new RefreshView(view, concurrently);
    }
}
