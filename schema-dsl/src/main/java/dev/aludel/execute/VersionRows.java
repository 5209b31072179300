package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.plan.VersionTable;
import dev.aludel.plan.VersionTableSql;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads where a database stands. */
public final class VersionRows {

    private final Dialect dialect;
    private final Sql select;

    /** For the version table {@code table} of a database that {@code dialect} speaks to. */
    public VersionRows(Dialect dialect, VersionTable table) {
        this.dialect = dialect;
        this.select = new VersionTableSql(dialect.syntax(), table).select();
    }

    /** The revisions that the version table names, sorted; empty where there is no version table. One SELECT. */
    public Optional<Set<RevisionId>> read(Connection connection) throws SQLException {
        Set<RevisionId> rows = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select.text())) {
            while (result.next()) {
                rows.add(RevisionId.of(result.getString(1)));
            }
        } catch (SQLException failure) {
            if (dialect.isMissingTable(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(Collections.unmodifiableSet(rows));
    }
}
