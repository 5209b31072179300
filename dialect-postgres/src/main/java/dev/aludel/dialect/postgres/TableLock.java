package dev.aludel.dialect.postgres;

import dev.aludel.sql.LockImpact;
import dev.aludel.sql.LockImpact.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The lock that one DDL statement comes to need, gathered from its parts. */
final class TableLock {

    private boolean exclusive;
    private boolean rewrites;
    private boolean referring;
    private final Set<String> sharedTables = new TreeSet<>();
    private final Set<String> exclusiveTables = new TreeSet<>();

    /** The statement shuts its own table. */
    TableLock exclusive() {
        exclusive = true;
        return this;
    }

    /** The statement shuts its own table and copies its rows. */
    TableLock rewriting() {
        rewrites = true;
        return exclusive();
    }

    /** The statement makes its own table refer to others, whose writers wait as its own do. */
    TableLock referringTo(Collection<String> tables) {
        referring = true;
        return sharing(tables);
    }

    /** The statement makes the writers of these tables wait; its own table is new, and nobody knows it. */
    TableLock sharing(Collection<String> tables) {
        sharedTables.addAll(tables);
        return this;
    }

    /** The statement shuts these tables too, for it takes away a foreign key between them and its own. */
    TableLock exclusiveOn(Collection<String> tables) {
        exclusiveTables.addAll(tables);
        return exclusive();
    }

    LockImpact impact() {
        List<String> parts = new ArrayList<>();
        if (exclusive) {
            parts.add(LockFacts.ACCESS_EXCLUSIVE);
        } else if (referring) {
            parts.add(LockFacts.SHARE_ROW_EXCLUSIVE);
        }
        exclusiveTables.forEach(table -> parts.add("%s on \"%s\"".formatted(LockFacts.ACCESS_EXCLUSIVE, table)));
        sharedTables.stream()
                .filter(table -> !exclusiveTables.contains(table))
                .forEach(table -> parts.add("%s on \"%s\"".formatted(LockFacts.SHARE_ROW_EXCLUSIVE, table)));
        return new LockImpact(level(), rewrites, parts.isEmpty() ? "none" : String.join(", ", parts));
    }

    private Level level() {
        if (exclusive) {
            return Level.READS_AND_WRITES;
        }
        return referring || !sharedTables.isEmpty() ? Level.WRITES : Level.NONE;
    }
}
