package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

class ReservedWordsTest {

    @DatabaseTest(DatabaseKind.MYSQL)
    void holds_every_word_that_the_server_calls_reserved(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            List<List<String>> words =
                    TestRun.rows(connection, "SELECT word FROM information_schema.keywords WHERE reserved = 1");

            assertThat(words).hasSizeGreaterThan(250);
            assertThat(words)
                    .allMatch(word -> ReservedWords.contains(word.get(0).toLowerCase(Locale.ROOT)));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void what_goes_without_quotes_is_a_name_to_the_server(TestDatabase database) throws SQLException {
        MysqlSyntax syntax = new MysqlSyntax();
        try (Connection connection = database.connect()) {
            for (List<String> row : TestRun.rows(connection, "SELECT word FROM information_schema.keywords")) {
                String word = row.get(0).toLowerCase(Locale.ROOT);
                if (word.matches("[a-z_][a-z0-9_]*")) {
                    String name = syntax.name(word).text();
                    TestRun.execute(
                            connection,
                            "CREATE TEMPORARY TABLE %s (%s INT, INDEX i_%s (%s))".formatted(name, name, word, name),
                            "UPDATE %s SET %s = 1 WHERE %s IS NULL".formatted(name, name, name),
                            "DROP TEMPORARY TABLE " + name);
                }
            }
        }
    }
}
