package dev.aludel.sql;

import dev.aludel.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a database writes names and literals, and the one place where SQL text is put together.
 *
 * <p>Templates hold placeholders, and the placeholder chooses the escaping: {@code $N} a name or a collection of names,
 * {@code $V} a {@link Value} as a literal, {@code $S} {@link Sql} that is ready, or a collection of it; collections are
 * separated by commas. {@code $$} stands for a dollar sign.
 */
public abstract class Syntax {

    /** For the dialect that says how it writes. */
    protected Syntax() {}

    /** SQL from a template and its arguments, one for each placeholder in order. */
    public final Sql sql(String template, Object... arguments) {
        return new SqlTemplate(this, template).fill(List.of(arguments));
    }

    /** A name, quoted only where the database would otherwise read it as something else. */
    public final Sql name(String identifier) {
        boolean plain = isPlain(identifier);
        if (!plain || identifier.length() > plainNameLimit()) {
            requireFits(identifier);
        }
        return new Sql(plain && !isReserved(identifier) ? identifier : quoted(identifier));
    }

    /** Lower-case letters, digits and underscores, no digit first: every database reads that as it is written. */
    private static boolean isPlain(String identifier) {
        for (int index = 0; index < identifier.length(); index++) {
            char character = identifier.charAt(index);
            boolean letter = (character >= 'a' && character <= 'z') || character == '_';
            boolean digit = character >= '0' && character <= '9';
            if (!letter && (!digit || index == 0)) {
                return false;
            }
        }
        return !identifier.isEmpty();
    }

    /** A name that may belong to a schema. */
    public final Sql name(Optional<String> schema, String identifier) {
        return schema.isPresent() ? sql("$N.$N", schema.get(), identifier) : name(identifier);
    }

    /** Names, separated by commas. */
    public final Sql names(Collection<String> identifiers) {
        return Sql.joined(", ", identifiers.stream().map(this::name).toList());
    }

    /**
     * A literal.
     *
     * @throws IllegalArgumentException for a value that is an expression: a compiler renders those
     */
    public final Sql literal(Value value) {
        if (value instanceof Value.Text text) {
            return new Sql(textLiteral(text.text()));
        }
        if (value instanceof Value.Numeric numeric) {
            return new Sql(numeric.number().toPlainString());
        }
        if (value instanceof Value.Logical logical) {
            return new Sql(booleanLiteral(logical.truth()));
        }
        if (value instanceof Value.Null) {
            return new Sql("NULL");
        }
        throw new IllegalArgumentException("not a literal: " + value);
    }

    /** How raw SQL is read; without any habits but the common ones, unless a dialect has more. */
    public Lexicon lexicon() {
        return Lexicon.of();
    }

    /** The quoted form of a name; standard SQL's double quotes unless a dialect has others. */
    protected String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Whether UTF-8 has it: not so half of a surrogate pair. */
    protected static boolean isEncodable(String text) {
        return !hasSurrogates(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Whether it holds a character above U+FFFF, or half of one. */
    protected static boolean hasSurrogates(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    /** The literal for true or false. */
    protected String booleanLiteral(boolean truth) {
        return truth ? "TRUE" : "FALSE";
    }

    /** The literal for a piece of text, whatever it holds and however the session is set. */
    protected abstract String textLiteral(String text);

    /** Whether {@code lowerCaseWord} cannot be a name without quotes. */
    protected abstract boolean isReserved(String lowerCaseWord);

    /**
     * How many characters a name of lower-case letters, digits and underscores may have; most names are such ones, and
     * {@link #requireFits} is asked about all others. It is asked about all unless a dialect says more.
     */
    protected int plainNameLimit() {
        return 0;
    }

    /**
     * Refuses a name that the database would cut or refuse.
     *
     * @throws IdentifierTooLongException when it is too long
     */
    protected abstract void requireFits(String identifier);
}
