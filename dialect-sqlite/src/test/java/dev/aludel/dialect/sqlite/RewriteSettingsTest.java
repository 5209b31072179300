package dev.aludel.dialect.sqlite;

import static dev.aludel.dialect.sqlite.OneConnection.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

class RewriteSettingsTest {

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_cache_is_larger_while_a_table_is_rebuilt_and_as_it_was_afterwards(TestDatabase database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            Set<String> seen = cachesDuring(connection, Sessions::convert, ColumnConversion.REBUILD);

            assertThat(seen).containsExactly("-131072");
            assertThat(cache(connection)).isEqualTo("-2000");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void and_while_new_columns_are_filled(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Set<String> seen = cachesDuring(connection, Sessions::convert, ColumnConversion.NEW_COLUMN);

            assertThat(seen).containsExactly("-131072");
            assertThat(cache(connection)).isEqualTo("-2000");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_failure_brings_it_back_too(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Migrator migrator = migrator(connection, Sessions::convert, ColumnConversion.REBUILD, new TreeSet<>());
            migrator.upgrade("create");
            Sessions.fill(database);
            database.execute("UPDATE sessions SET created_at = 'never'");

            assertThatThrownBy(() -> migrator.upgrade("head")).hasMessageContaining("never");
            assertThat(cache(connection)).isEqualTo("-2000");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_larger_cache_stays_in_pages_or_kibibytes(TestDatabase database) throws SQLException {
        for (String larger : new String[] {"-200000", "100000"}) {
            try (Connection connection = database.connect()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA cache_size = " + larger);
                }

                assertThat(cachesDuring(connection, Sessions::convert, ColumnConversion.REBUILD))
                        .containsExactly(larger);
                assertThat(cache(connection)).isEqualTo(larger);
            }
        }
    }

    private static Set<String> cachesDuring(Connection connection, Consumer<Schema> change, ColumnConversion conversion)
            throws SQLException {
        Set<String> seen = new TreeSet<>();
        Migrator migrator = migrator(connection, change, conversion, seen);
        migrator.upgrade("create");
        seen.clear();
        migrator.upgrade("head");
        migrator.downgrade("base");
        return seen;
    }

    private static Migrator migrator(
            Connection connection, Consumer<Schema> change, ColumnConversion conversion, Set<String> seen) {
        return Migrator.on(OneConnection.of(connection))
                .history(Sessions.history(change))
                .dialect(new SqliteDialect(conversion))
                .listener(new MigrationListener() {
                    @Override
                    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
                        if (revision.header().id().value().equals("change")) {
                            seen.add(cache(connection));
                        }
                    }
                })
                .build();
    }

    private static String cache(Connection connection) {
        try {
            return text(connection, "PRAGMA cache_size");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
