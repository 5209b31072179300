package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.log.LogTableSql;
import dev.aludel.log.Outcome;
import dev.aludel.plan.Bookkeeping;
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
    private final VersionTableSql sql;
    private final Sql standing;

    /** For the version table {@code table} of a database that {@code dialect} speaks to. */
    public VersionRows(Dialect dialect, VersionTable table) {
        this.dialect = dialect;
        this.sql = new VersionTableSql(dialect.syntax(), table);
        this.standing = sql.selectStanding(new LogTableSql(dialect.syntax(), table.log()));
    }

    /** Where the database stands: one SELECT, where it has a log. */
    public Standing read(Connection connection) throws SQLException {
        try {
            return standing(connection);
        } catch (SQLException failure) {
            if (!dialect.isMissingTable(failure)) {
                throw failure;
            }
            Optional<Set<RevisionId>> found = readRows(connection);
            return new Standing(found.orElse(Set.of()), new Bookkeeping(found.isPresent(), false), Optional.empty());
        }
    }

    /** The same, where it was seen before: what had no version table most likely has none now, and is asked for that first. */
    public Standing readAgain(Connection connection, Standing before) throws SQLException {
        return before.bookkeeping().versionTable() || readRows(connection).isPresent()
                ? read(connection)
                : new Standing(Set.of(), new Bookkeeping(false, false), Optional.empty());
    }

    /** The revisions that the version table names, sorted; empty where there is no version table. One SELECT. */
    public Optional<Set<RevisionId>> readRows(Connection connection) throws SQLException {
        Set<RevisionId> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.select().text())) {
            while (result.next()) {
                found.add(RevisionId.of(result.getString(1)));
            }
        } catch (SQLException failure) {
            if (dialect.isMissingTable(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(Collections.unmodifiableSet(found));
    }

    private Standing standing(Connection connection) throws SQLException {
        Set<RevisionId> found = new TreeSet<>();
        Optional<Long> open = Optional.empty();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(standing.text())) {
            while (result.next()) {
                long entry = result.getLong(2);
                if (entry == 0) {
                    found.add(RevisionId.of(result.getString(1)));
                } else if (Outcome.isOpen(result.getString(3))) {
                    open = Optional.of(entry);
                }
            }
        }
        return new Standing(Collections.unmodifiableSet(found), Bookkeeping.complete(), open);
    }
}
