package dev.aludel.log;

import dev.aludel.dialect.Dialect;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the log of a database. */
public final class MigrationLog {

    private final Dialect dialect;
    private final LogTable table;

    /** For the log table {@code table} of a database that {@code dialect} speaks to. */
    public MigrationLog(Dialect dialect, LogTable table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** All entries, oldest first; none where there is no log. */
    public List<LogEntry> entries(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql().select().text())) {
            List<LogEntry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(entry(row));
            }
            return List.copyOf(entries);
        } catch (SQLException failure) {
            if (dialect.isMissingTable(failure)) {
                return List.of();
            }
            throw failure;
        }
    }

    /** The entry {@code number} with the actions of its journal; empty where it isn't open. */
    public Optional<Interruption> interruption(Connection connection, long number) throws SQLException {
        return read(connection, sql().select(number));
    }

    private LogTableSql sql() {
        return new LogTableSql(dialect.syntax(), table);
    }

    private static Optional<Interruption> read(Connection connection, Sql query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.text())) {
            if (!row.next()) {
                return Optional.empty();
            }
            LogEntry entry = entry(row);
            long millis = row.getLong("run_time_millis");
            Optional<Long> runTime = row.wasNull() ? Optional.empty() : Optional.of(millis);
            List<JournaledAction> actions = new ArrayList<>();
            while (row.next()) {
                actions.add(action(row));
            }
            return Optional.of(new Interruption(entry, runTime, actions))
                    .filter(open -> entry.outcome().isOpen());
        }
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("entry"),
                RevisionId.of(row.getString("revision")),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                Outcome.of(row.getString("outcome")),
                Instant.parse(row.getString("started_at")),
                optional(row, "finished_at").map(Instant::parse),
                row.getString("who"),
                row.getString("tool"),
                optional(row, "tag"),
                optional(row, "hash"));
    }

    private static JournaledAction action(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        return new JournaledAction(
                row.getInt("part"),
                row.getInt("step"),
                ActionFacts.stepHash(facts),
                JournaledAction.Kind.of(row.getString("action")),
                Outcome.of(row.getString("outcome")),
                row.getString("hash"),
                row.getString("summary"),
                optional(row, "statement"),
                facts);
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
