package dev.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashingServerTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void keeps_what_was_committed_and_nothing_else(DatabaseKind kind) throws SQLException {
        try (CrashingServer server = CrashingServer.start(kind);
                TestDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sessions (id INTEGER PRIMARY KEY)");
            statement.execute("INSERT INTO sessions VALUES (1)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO sessions VALUES (2)");

            server.crash();
            server.crash();

            assertThat(connection.isValid(5)).isFalse();
            assertThat(database.query("SELECT id FROM sessions").toString()).isEqualTo("[{id=1}]");
        }
    }
}
