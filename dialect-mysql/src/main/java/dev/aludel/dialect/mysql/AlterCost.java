package dev.aludel.dialect.mysql;

import dev.aludel.sql.LockImpact;
import java.util.Collection;
import java.util.Comparator;

/** What a clause of ALTER TABLE costs, cheapest first: MySQL 8.4 manual, section 17.12.1, "Online DDL Operations". */
enum AlterCost {
    /** The rows stay as they are, whatever else the statement does. */
    INSTANT(LockImpact.Level.NONE, false, "exclusive metadata lock for a moment (INSTANT)"),
    /** A column comes or goes: instantly by itself, and by a rebuild beside clauses that can't be instant. */
    INSTANT_OR_REBUILD(LockImpact.Level.NONE, false, "exclusive metadata lock for a moment (INSTANT)"),
    /** The rows stay as they are. */
    METADATA(LockImpact.Level.NONE, false, "exclusive metadata lock for a moment (INPLACE)"),
    /** An index is built while others read and write. */
    IN_PLACE(LockImpact.Level.NONE, false, "exclusive metadata lock at the start and at the end (INPLACE)"),
    /** The rows are written anew while others read and write. */
    REBUILD(
            LockImpact.Level.NONE,
            true,
            "exclusive metadata lock at the start and at the end (INPLACE with a rebuild)"),
    /** The rows are copied into a new table while others only read. */
    COPY(
            LockImpact.Level.WRITES,
            true,
            "shared lock while the rows are copied (COPY), then an exclusive metadata lock");

    private final LockImpact.Level level;
    private final boolean rewritesTable;
    private final String detail;

    AlterCost(LockImpact.Level level, boolean rewritesTable, String detail) {
        this.level = level;
        this.rewritesTable = rewritesTable;
        this.detail = detail;
    }

    LockImpact impact() {
        return new LockImpact(level, rewritesTable, detail);
    }

    /** What clauses with these costs cost together. */
    static AlterCost together(Collection<AlterCost> costs) {
        AlterCost dearest = costs.stream().max(Comparator.naturalOrder()).orElse(INSTANT);
        boolean rebuilds = costs.contains(INSTANT_OR_REBUILD) && (dearest == METADATA || dearest == IN_PLACE);
        return rebuilds ? REBUILD : dearest;
    }
}
