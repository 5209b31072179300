package dev.aludel.dialect.postgres;

import static java.util.Map.entry;

import dev.aludel.dialect.StatementKind;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.LockImpact.Level;
import java.util.Map;

/** What statements lock, after the manual's section 13.3.1; each is compared with {@code pg_locks} by a test. */
final class LockFacts {

    static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
    static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";

    private static final Map<StatementKind, LockImpact> BY_KIND = Map.ofEntries(
            entry(StatementKind.CREATE_TABLE, LockImpact.none()),
            entry(StatementKind.DROP_TABLE, metadata(Level.READS_AND_WRITES, ACCESS_EXCLUSIVE)),
            entry(StatementKind.RENAME_TABLE, metadata(Level.READS_AND_WRITES, ACCESS_EXCLUSIVE)),
            entry(StatementKind.CREATE_INDEX, metadata(Level.WRITES, "SHARE")),
            entry(StatementKind.DROP_INDEX, metadata(Level.READS_AND_WRITES, ACCESS_EXCLUSIVE)),
            entry(StatementKind.RENAME_INDEX, metadata(Level.NONE, "SHARE UPDATE EXCLUSIVE on the index")),
            entry(StatementKind.UPDATE_ROWS, metadata(Level.WRITES, "ROW EXCLUSIVE, and the rows that change")),
            entry(StatementKind.RAW_SQL, metadata(Level.READS_AND_WRITES, "unknown: the SQL is the revision's own")));

    private LockFacts() {}

    /** What a statement of this kind locks on its own table. */
    static LockImpact of(StatementKind kind) {
        LockImpact impact = BY_KIND.get(kind);
        if (impact == null) {
            throw new IllegalStateException("no lock is known for " + kind);
        }
        return impact;
    }

    /** What an UPDATE of all rows locks; it leaves a new version of each. */
    static LockImpact updateOfAllRows() {
        LockImpact some = of(StatementKind.UPDATE_ROWS);
        return new LockImpact(some.level(), true, some.detail());
    }

    /** What a concurrent build or drop of an index locks on its table: DDL and VACUUM wait for it, and nobody else. */
    static LockImpact concurrentIndex() {
        return metadata(Level.NONE, "SHARE UPDATE EXCLUSIVE");
    }

    /** What a COMMENT locks on its table: other DDL waits for it, and nobody else. */
    static LockImpact comment() {
        return metadata(Level.NONE, "SHARE UPDATE EXCLUSIVE");
    }

    private static LockImpact metadata(Level level, String detail) {
        return new LockImpact(level, false, detail);
    }
}
