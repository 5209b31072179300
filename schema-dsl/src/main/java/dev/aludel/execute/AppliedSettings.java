package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Settings of a session that hold until this is closed; then the values before come back. */
final class AppliedSettings implements AutoCloseable {

    private final Connection connection;
    private final Deque<Sql> restoring = new ArrayDeque<>();

    private AppliedSettings(Connection connection) {
        this.connection = connection;
    }

    /** Sets each setting and reads it back. */
    static AppliedSettings apply(Connection connection, List<SessionSetting> settings) throws SQLException {
        AppliedSettings applied = new AppliedSettings(connection);
        try {
            for (SessionSetting setting : settings) {
                applied.set(setting);
            }
        } catch (SQLException | RuntimeException failure) {
            applied.closeAfter(failure);
            throw failure;
        }
        return applied;
    }

    @Override
    public void close() throws SQLException {
        while (!restoring.isEmpty()) {
            execute(restoring.pop());
        }
    }

    private void set(SessionSetting setting) throws SQLException {
        if (setting.suffices().isPresent()
                && read(setting, setting.suffices().get()).equals("1")) {
            return;
        }
        if (setting.exchanging().isPresent()) {
            exchange(setting, setting.exchanging().get());
            return;
        }
        String before = read(setting, setting.read());
        if (before.equals(setting.value())) {
            return;
        }
        execute(setting.assignment(setting.value()));
        restoring.push(setting.assignment(before));
        require(setting, read(setting, setting.read()));
    }

    private void exchange(SessionSetting setting, Sql query) throws SQLException {
        List<String> values = row(setting, query);
        if (!values.get(0).equals(setting.value())) {
            restoring.push(setting.assignment(values.get(0)));
        }
        require(setting, values.get(1));
    }

    private static void require(SessionSetting setting, String after) {
        if (!after.equals(setting.value())) {
            throw new MigrationException(
                    "the setting \"%s\" must be %s for this revision, but the database keeps it at %s; nothing was changed. A connection that is inside a transaction already refuses such a change: hand over one that isn't"
                            .formatted(setting.name(), setting.value(), after));
        }
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private String read(SessionSetting setting, Sql query) throws SQLException {
        return row(setting, query).get(0);
    }

    private List<String> row(SessionSetting setting, Sql query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query.text())) {
            if (!result.next()) {
                throw new MigrationException(
                        "the setting \"%s\" cannot be read; nothing was changed".formatted(setting.name()));
            }
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                values.add(String.valueOf(result.getString(column)));
            }
            return values;
        }
    }

    private void execute(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.text());
        }
    }
}
