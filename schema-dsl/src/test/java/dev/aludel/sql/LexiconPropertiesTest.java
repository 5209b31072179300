package dev.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.sql.Lexicon.Habit;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LexiconPropertiesTest {

    private static final Lexicon EVERY = new Lexicon(EnumSet.of(
            Habit.ESCAPE_STRINGS,
            Habit.DOLLAR_QUOTES,
            Habit.BRACKET_NAMES,
            Habit.HASH_COMMENTS,
            Habit.NESTED_COMMENTS));

    @Property(tries = 2000)
    void the_tokens_of_a_text_are_the_whole_of_it(@ForAll("texts") String text, @ForAll("lexicons") Lexicon lexicon) {
        assertThat(lexicon.tokens(text).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Property(tries = 2000)
    void statements_put_together_come_apart_again(@ForAll("scripts") List<String> statements) {
        assertThat(EVERY.statements(String.join("\n;\n", statements))).isEqualTo(statements);
    }

    @Property(tries = 2000)
    void nothing_but_blanks_comments_and_semicolons_is_left_out(
            @ForAll("texts") String text, @ForAll("lexicons") Lexicon lexicon) {
        List<String> kept = lexicon.statements(text).stream()
                .flatMap(statement -> read(lexicon, statement))
                .toList();
        assertThat(kept).isEqualTo(read(lexicon, text).toList());
    }

    @Property
    void text_without_marks_is_bound_to_nothing(@ForAll("scripts") List<String> statements) {
        String sql = String.join(" ", statements) + "\n= ?";
        assertThat(EVERY.bind(sql, List.of(Sql.raw("1"))).text()).isEqualTo(sql.substring(0, sql.length() - 1) + "1");
    }

    /**
     * What a database would read of {@code text}, semicolons apart. A string that nobody closed may lose blanks at its end;
     * and two hyphens are a comment to MySQL at the end of a text, but none before a semicolon: hyphens don't count.
     */
    private static Stream<String> read(Lexicon lexicon, String text) {
        return lexicon.tokens(text).stream()
                .filter(token -> token.isRead() && !token.is(";") && !token.is("-"))
                .map(token -> token.text().strip());
    }

    @Provide
    Arbitrary<Lexicon> lexicons() {
        return Arbitraries.of(Habit.class).set().map(Lexicon::new);
    }

    /** Texts of pieces that open and close things at random. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "'", "\"", "`", "[", "]", "$$", "$a$", "--", "#", "/*", "*/", "\n", " ", ";", "\\", "E'", "(", ")",
                "BEGIN", "END", "CASE", "IF", "CREATE", "TRIGGER", "ROW", "LOOP", "?", ":name", "é", "😀", "$1", "x");
        return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        return statement().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<String> statement() {
        Arbitrary<String> part = Arbitraries.of(
                "'a;b'",
                "'it''s;'",
                "\"n;\"",
                "`n;`",
                "[n;]",
                "/* ; /* ; */ ; */",
                "-- ;'\n",
                "# ;\"\n",
                "$$;'$$",
                "$t$ ;$$; $t$",
                "E'\\';'",
                ":name",
                "%",
                "{}",
                "(a; b)",
                "CASE WHEN 1 THEN 2 END",
                "x");
        Arbitrary<String> plain = part.list().ofMaxSize(5).map(list -> ("SELECT " + String.join(" ", list) + " y"));
        Arbitrary<String> trigger = part.list()
                .ofMaxSize(4)
                .map(list -> "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT " + String.join(" ; SELECT ", list)
                        + " y; IF a THEN b; END IF; END");
        return Arbitraries.oneOf(plain, trigger);
    }
}
