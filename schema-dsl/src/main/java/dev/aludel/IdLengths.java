package dev.aludel;

import dev.aludel.dialect.Dialect;
import dev.aludel.plan.PlanningException;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import java.sql.Connection;
import java.sql.SQLException;

/** Refuses ids that the version table's column can't hold, before anything runs. */
final class IdLengths {

    /** The column's length in tables that Alembic creates: an id of up to this length fits anywhere. */
    private static final int FITS_ANYWHERE = 32;

    private final Connection connection;
    private final Dialect dialect;
    private final VersionTable versionTable;

    IdLengths(Connection connection, Dialect dialect, VersionTable versionTable) {
        this.connection = connection;
        this.dialect = dialect;
        this.versionTable = versionTable;
    }

    void require(Route route, boolean hasVersionTable) throws SQLException {
        int longest = route.moves().stream()
                .flatMap(move -> move.inserted().stream())
                .map(RevisionId::value)
                .mapToInt(IdLengths::characters)
                .max()
                .orElse(0);
        if (longest <= FITS_ANYWHERE) {
            return;
        }
        int limit = limit(hasVersionTable);
        for (Move move : route.moves()) {
            for (RevisionId id : move.inserted()) {
                requireFits(id, limit);
            }
        }
    }

    private int limit(boolean hasVersionTable) throws SQLException {
        return hasVersionTable
                ? dialect.inspector()
                        .characterLimit(connection, versionTable.schema(), versionTable.name(), VersionTable.COLUMN)
                        .orElse(Integer.MAX_VALUE)
                : VersionTable.ID_LENGTH;
    }

    private void requireFits(RevisionId id, int limit) {
        if (characters(id.value()) > limit) {
            throw new PlanningException(
                    "the id \"%s\" has %d characters, and the column %s of the version table \"%s\" holds %d. Nothing was executed; widen the column to VARCHAR(%d), or shorten the id"
                            .formatted(
                                    id,
                                    characters(id.value()),
                                    VersionTable.COLUMN,
                                    versionTable,
                                    limit,
                                    VersionTable.ID_LENGTH));
        }
    }

    private static int characters(String id) {
        return id.codePointCount(0, id.length());
    }
}
