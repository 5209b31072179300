package dev.aludel.fingerprint;

import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the canonical text.
 *
 * @param line words of ours, then what the author named, quoted: never a line break
 * @param parts what belongs to it, in the order to write
 */
record Fact(String line, List<Fact> parts) {

    Fact {
        parts = List.copyOf(parts);
    }

    /** Words alone. */
    static Fact of(String words) {
        return new Fact(words, List.of());
    }

    /** Words and a name, or another text in which every character counts. */
    static Fact of(String words, String name) {
        return of(words + " " + Quotation.ofText(name));
    }

    /** Words and raw SQL. */
    static Fact ofSql(String words, String sql) {
        return of(words + " " + Quotation.ofSql(sql));
    }

    /** Words, if they hold. */
    static Stream<Fact> when(boolean holds, String words) {
        return holds ? Stream.of(of(words)) : Stream.empty();
    }

    /** This fact with more parts, after those that it has. */
    Fact with(Stream<Fact> more) {
        return new Fact(line, Stream.concat(parts.stream(), more).toList());
    }

    /** This fact with one part more, after those that it has. */
    Fact with(Fact part) {
        return with(Stream.of(part));
    }

    /** This fact with {@code words} in front of its line. */
    Fact after(String words) {
        return new Fact(words + " " + line, parts);
    }
}
