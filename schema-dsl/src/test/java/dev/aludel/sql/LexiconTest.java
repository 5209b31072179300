package dev.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.sql.Lexicon.Habit;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private static final Lexicon POSTGRES =
            Lexicon.of(Habit.ESCAPE_STRINGS, Habit.DOLLAR_QUOTES, Habit.NESTED_COMMENTS);
    private static final Lexicon MYSQL = Lexicon.of(Habit.BACKSLASH_ESCAPES, Habit.HASH_COMMENTS);
    private static final Lexicon SQLITE = Lexicon.of(Habit.BRACKET_NAMES);

    @Test
    void statements_are_cut_at_semicolons_and_kept_as_they_are() {
        assertThat(SQLITE.statements("INSERT INTO t VALUES (1);\n\n  DELETE FROM t\n  WHERE a = 2 ;"))
                .containsExactly("INSERT INTO t VALUES (1)", "DELETE FROM t\n  WHERE a = 2");
        assertThat(SQLITE.statements("SELECT 1")).containsExactly("SELECT 1");
    }

    @Test
    void empty_statements_and_comments_alone_are_none() {
        assertThat(SQLITE.statements(";;\n-- that's all; folks\n; /* ; */ ")).isEmpty();
        assertThat(SQLITE.statements("-- first\nSELECT 1; -- last")).containsExactly("-- first\nSELECT 1");
    }

    @Test
    void a_semicolon_in_a_string_a_name_or_a_comment_ends_nothing() {
        String whole = "INSERT INTO \"a;b\" VALUES ('it''s; so', `c;`, 1) -- ;\n/* ; */";
        assertThat(POSTGRES.statements(whole + ";SELECT 2")).containsExactly(whole, "SELECT 2");
        assertThat(SQLITE.statements("SELECT [a;'b] FROM t; SELECT 2"))
                .containsExactly("SELECT [a;'b] FROM t", "SELECT 2");
    }

    @Test
    void backslashes_escape_where_the_database_says_so() {
        assertThat(MYSQL.statements("SELECT 'it\\'s; so'; SELECT 2"))
                .containsExactly("SELECT 'it\\'s; so'", "SELECT 2");
        assertThat(SQLITE.statements("SELECT 'c:\\'; SELECT 2")).containsExactly("SELECT 'c:\\'", "SELECT 2");
        assertThat(POSTGRES.statements("SELECT 'c:\\'; SELECT E'it\\'s; so'"))
                .containsExactly("SELECT 'c:\\'", "SELECT E'it\\'s; so'");
    }

    @Test
    void dollar_quotes_hold_whatever_stands_between_the_same_tags() {
        String function =
                "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN RETURN length($$;$$); END; $body$ LANGUAGE plpgsql";
        assertThat(POSTGRES.statements(function + ";\nDO $$ BEGIN PERFORM 1; END $$;"))
                .containsExactly(function, "DO $$ BEGIN PERFORM 1; END $$");
    }

    @Test
    void comments_nest_where_the_database_lets_them() {
        assertThat(POSTGRES.statements("SELECT /* a /* b; */ c; */ 1; SELECT 2"))
                .containsExactly("SELECT /* a /* b; */ c; */ 1", "SELECT 2");
        assertThat(MYSQL.statements("SELECT 5--3; # a; b\nSELECT 2"))
                .containsExactly("SELECT 5--3", "# a; b\nSELECT 2");
        assertThat(MYSQL.statements("/*!80000 SET a = 1 */; SELECT 2"))
                .containsExactly("/*!80000 SET a = 1 */", "SELECT 2");
    }

    @Test
    void the_body_of_a_trigger_or_routine_is_one_statement() {
        String trigger =
                """
                CREATE TRIGGER IF NOT EXISTS touch AFTER UPDATE ON t FOR EACH ROW BEGIN
                    UPDATE t SET a = CASE WHEN b = 1 THEN 'x' ELSE 'y' END WHERE id = NEW.id;
                    DELETE FROM u;
                END""";
        assertThat(SQLITE.statements(trigger + ";SELECT 1")).containsExactly(trigger, "SELECT 1");

        String procedure =
                """
                CREATE DEFINER=`root`@`%` PROCEDURE p(IN n INT)
                BEGIN
                    DECLARE i INT DEFAULT 0;
                    again: LOOP
                        IF i >= n THEN LEAVE again; END IF;
                        SET i = i + IF(n > 3, 2, 1);
                        CASE i WHEN 1 THEN DROP TABLE IF EXISTS x; ELSE BEGIN END; END CASE;
                        WHILE i < 0 DO SET i = REPEAT('1', 2); END WHILE;
                        REPEAT SET i = i + 1; UNTIL i > 9 END REPEAT;
                    END LOOP;
                END""";
        assertThat(MYSQL.statements(procedure + ";\nCALL p(1);")).containsExactly(procedure, "CALL p(1)");

        String single =
                "CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; SET NEW.c = 2; END IF";
        assertThat(MYSQL.statements(single + "; SELECT 1")).containsExactly(single, "SELECT 1");
    }

    @Test
    void blocks_without_a_name_and_transactions_are_told_apart() {
        assertThat(MYSQL.statements("BEGIN NOT ATOMIC SELECT 1; SELECT 2; END; SELECT 3"))
                .containsExactly("BEGIN NOT ATOMIC SELECT 1; SELECT 2; END", "SELECT 3");
        assertThat(POSTGRES.statements("BEGIN; SELECT 1; END;")).containsExactly("BEGIN", "SELECT 1", "END");
    }

    @Test
    void columns_that_are_called_like_blocks_are_columns() {
        assertThat(SQLITE.statements("CREATE TABLE t (\"begin\" text, event text, begin_at int); SELECT 1"))
                .hasSize(2);
        assertThat(POSTGRES.statements("CREATE TABLE event (begin int); SELECT 1"))
                .hasSize(2);
    }

    @Test
    void marks_are_replaced_outside_of_strings_and_comments() {
        assertThat(POSTGRES.bind("a IN (?) AND b ?? 'x?' AND c > ? -- ?", List.of(Sql.raw("1, 2"), Sql.raw("'?'"))))
                .isEqualTo(Sql.raw("a IN (1, 2) AND b ? 'x?' AND c > '?' -- ?"));
        assertThat(POSTGRES.bind("a ? 'b' AND c ?? 'd'", List.of())).isEqualTo(Sql.raw("a ? 'b' AND c ?? 'd'"));
    }

    @Test
    void marks_and_values_must_be_as_many() {
        assertThatThrownBy(() -> POSTGRES.bind("a = ? AND b = ?", List.of(Sql.raw("1"))))
                .hasMessage("it has fewer values than question marks");
        assertThatThrownBy(() -> POSTGRES.bind("a = '?'", List.of(Sql.raw("1"))))
                .hasMessage("it has more values than question marks");
    }
}
