package dev.aludel;

import dev.aludel.dialect.Dialect;
import dev.aludel.execute.VersionRows;
import dev.aludel.log.MigrationLog;
import dev.aludel.plan.VersionTable;

/** How a database is spoken to, and how it tells where it stands. */
record DialectAccess(Dialect dialect, VersionRows versionRows, MigrationLog migrationLog) {

    static DialectAccess of(Dialect dialect, VersionTable table) {
        return new DialectAccess(dialect, new VersionRows(dialect, table), new MigrationLog(dialect, table.log()));
    }
}
