package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

class ReservedWordsTest {

    /** The server's own function for quoting a name where it is needed. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void quotes_every_keyword_that_the_server_quotes(TestDatabase database) throws SQLException {
        PostgresSyntax syntax = new PostgresSyntax();

        try (Connection connection = database.connect()) {
            List<List<String>> keywords =
                    TestRun.rows(connection, "SELECT word, quote_ident(word) FROM pg_get_keywords()");

            assertThat(keywords).hasSizeGreaterThan(400);
            assertThat(keywords)
                    .filteredOn(keyword -> !keyword.get(0).equals(keyword.get(1)))
                    .allSatisfy(keyword ->
                            assertThat(syntax.name(keyword.get(0)).text()).isEqualTo(keyword.get(1)));
        }
    }
}
