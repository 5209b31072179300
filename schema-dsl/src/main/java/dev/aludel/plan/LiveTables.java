package dev.aludel.plan;

import dev.aludel.model.Table;
import java.util.Optional;

/** The tables of the connected database, for those that no revision created. */
@FunctionalInterface
public interface LiveTables {

    /** The live table of this name. */
    Optional<Table> find(String table);

    /** No database is connected. */
    static LiveTables none() {
        return table -> Optional.empty();
    }
}
