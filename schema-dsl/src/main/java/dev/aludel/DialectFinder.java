package dev.aludel;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.plan.VersionTable;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the dialect of a migrator's database, once: later connections are only asked whether it is theirs. */
final class DialectFinder {

    private final Optional<Dialect> chosen;
    private final List<Dialect> preferred;
    private final VersionTable versionTable;

    /** Two threads that meet here find the same. */
    private volatile @Nullable DialectAccess known;

    /**
     * @param chosen the dialect; empty to find it by the connection
     * @param preferred taken in place of one that is found and has the same id
     */
    DialectFinder(Optional<Dialect> chosen, List<Dialect> preferred, VersionTable versionTable) {
        this.chosen = chosen;
        this.preferred = preferred;
        this.versionTable = versionTable;
    }

    DialectAccess access(DatabaseMetaData database) throws SQLException {
        DialectAccess access = known;
        if (access == null || !isFor(database, access.dialect())) {
            Dialect dialect =
                    chosen.isPresent() ? chosen.get() : Dialects.configured(Dialects.recognizing(database), preferred);
            access = DialectAccess.of(dialect, versionTable);
            known = access;
        }
        return access;
    }

    private boolean isFor(DatabaseMetaData database, Dialect dialect) throws SQLException {
        return chosen.isPresent() || dialect.recognizes(database);
    }
}
