package dev.aludel.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;

class AccountsDataTest {

    private static final String USER =
            "INSERT INTO users (username, email, hashed_password) VALUES ('%1$s', '%1$s@example.org', 'x')";

    @DatabaseTest
    void users_are_numbered_by_the_database(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        database.execute(USER.formatted("ada"), USER.formatted("grace"));

        assertThat(numbers(database, "SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @DatabaseTest
    void what_a_user_owns_goes_with_the_user(TestDatabase database) throws SQLException {
        TestDatabase checking = database.withForeignKeys();
        migrator(database).upgrade("head");
        checking.execute(
                USER.formatted("ada"), "INSERT INTO conversation_sessions (user_id, title) VALUES (1, 'an engine')");

        checking.execute("DELETE FROM users");

        assertThat(numbers(checking, "SELECT count(*) FROM conversation_sessions"))
                .containsExactly(0L);
    }

    @DatabaseTest
    void users_outlive_their_conversation_sessions_when_those_are_taken_back(TestDatabase database)
            throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");
        database.execute(
                USER.formatted("ada"), "INSERT INTO conversation_sessions (user_id, title) VALUES (1, 'an engine')");

        migrator.downgrade(CreateUsers.ID.value());

        assertThat(numbers(database, "SELECT count(*) FROM users")).containsExactly(1L);
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource()).history(new AccountsHistory()).build();
    }

    private static List<Long> numbers(TestDatabase database, String query) throws SQLException {
        return database.query(query).stream()
                .flatMap(row -> row.values().stream())
                .map(value -> Long.valueOf(String.valueOf(value)))
                .toList();
    }
}
