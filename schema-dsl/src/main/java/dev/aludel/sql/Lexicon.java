package dev.aludel.sql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a database tells strings, quoted names and comments in raw SQL from the words around them. */
public record Lexicon(Set<Habit> habits) {

    /** What databases read differently; quoted strings and names, and both kinds of comments, are common to all. */
    public enum Habit {
        /** A backslash escapes the next character of a string: MySQL, unless its mode says otherwise. */
        BACKSLASH_ESCAPES,
        /** A backslash escapes in strings that an E stands before: PostgreSQL. */
        ESCAPE_STRINGS,
        /** {@code $$ … $$} and {@code $tag$ … $tag$} are strings: PostgreSQL. */
        DOLLAR_QUOTES,
        /** {@code [a b]} is a name: SQLite. */
        BRACKET_NAMES,
        /** {@code # …} is a comment, and {@code --} one only before a blank: MySQL. */
        HASH_COMMENTS,
        /** A comment may hold another: PostgreSQL. */
        NESTED_COMMENTS
    }

    public Lexicon {
        habits = Set.copyOf(habits);
    }

    /** With these habits. */
    public static Lexicon of(Habit... habits) {
        Set<Habit> some = EnumSet.noneOf(Habit.class);
        some.addAll(List.of(habits));
        return new Lexicon(some);
    }

    /** The tokens of {@code sql}, in order; their texts, one after another, are the whole of it. */
    List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        TokenReader reader = new TokenReader(this, sql);
        while (reader.hasNext()) {
            tokens.add(reader.next());
        }
        return tokens;
    }

    /**
     * The statements of {@code sql}, in order, without the semicolons that end them. What stands in a string, a comment, or
     * the body of a trigger or routine ends none, and nothing else of the text changes.
     */
    public List<String> statements(String sql) {
        return new StatementSplitter(tokens(sql)).statements();
    }

    /**
     * The question marks of {@code sql} that stand for values, replaced in their order; {@code ??} stands for one that is an
     * operator.
     *
     * @throws IllegalArgumentException when there are more or fewer of them than values
     */
    public Sql bind(String sql, List<Sql> values) {
        return values.isEmpty() ? Sql.raw(sql) : new Placeholders(tokens(sql)).bind(values);
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }
}
