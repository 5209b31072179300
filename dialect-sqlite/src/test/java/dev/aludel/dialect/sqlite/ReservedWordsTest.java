package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The list of reserved words against SQLite itself, which has no function that tells them: each keyword is tried out. */
class ReservedWordsTest {

    private static final List<String> USES = List.of(
            "CREATE TABLE $ (id INTEGER, $ TEXT, other TEXT, CONSTRAINT $ CHECK ($ <> 'x' OR $ IS NULL), UNIQUE (other, $))",
            "CREATE INDEX other_index ON $ ($ DESC, other)",
            "CREATE TABLE child (p TEXT, $ TEXT, FOREIGN KEY ($) REFERENCES $ ($))",
            "INSERT INTO $ (id, $) VALUES (1, 'value')",
            "UPDATE $ SET $ = 'v' WHERE $ = 'value'",
            "ALTER TABLE $ RENAME COLUMN $ TO changed",
            "ALTER TABLE $ RENAME COLUMN changed TO $",
            "ALTER TABLE $ RENAME TO changed",
            "ALTER TABLE changed RENAME TO $",
            "SELECT id, $, coalesce($, 'x') FROM $ AS child WHERE child.$ = 'v' AND $ IS NOT NULL GROUP BY $ ORDER BY $",
            "DROP TABLE child",
            "DROP TABLE $",
            "CREATE TABLE third (a INT)",
            "CREATE INDEX $ ON third (a)",
            "DROP INDEX $");

    @Test
    void each_keyword_that_cannot_be_a_name_is_in_the_list_and_no_other() throws IOException {
        List<String> refused = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        for (String keyword : keywords()) {
            if (!canBeName(keyword)) {
                refused.add(keyword);
            }
            if (ReservedWords.contains(keyword)) {
                listed.add(keyword);
            }
        }
        assertThat(refused).hasSizeGreaterThan(60).isEqualTo(listed);
    }

    private static boolean canBeName(String keyword) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (String use : USES) {
                if (statement.execute(use.replace("$", keyword))) {
                    try (ResultSet result = statement.getResultSet()) {
                        if (!result.next() || !"v".equals(result.getString(2))) {
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** All keywords of lang_keywords.html, and the words that mean a value. */
    private static List<String> keywords() throws IOException {
        try (InputStream words = Objects.requireNonNull(ReservedWordsTest.class.getResourceAsStream("/keywords.txt"))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
