package dev.aludel.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One line of the canonical text: words of ours, then what the author named, quoted. It grows by what belongs to it, and is part of one text. */
final class Fact {

    private String line;
    private final List<Fact> parts = new ArrayList<>(0);

    private Fact(String line) {
        this.line = line;
    }

    /** Words alone. */
    static Fact of(String words) {
        return new Fact(words);
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
    static Optional<Fact> when(boolean holds, String words) {
        return holds ? Optional.of(of(words)) : Optional.empty();
    }

    /** The refusal of a kind that nobody has given words. */
    static IllegalStateException unknown(Object thing) {
        return new IllegalStateException("no canonical text is known for " + thing.getClass());
    }

    /** Adds parts, after those that it has. */
    Fact with(Stream<Fact> more) {
        more.forEach(parts::add);
        return this;
    }

    /** Adds a part for each of {@code things}, after those that it has. */
    <T> Fact withEach(List<T> things, Function<? super T, Fact> fact) {
        for (T thing : things) {
            parts.add(fact.apply(thing));
        }
        return this;
    }

    /** Adds a part, if there is one, after those that it has. */
    Fact with(Optional<Fact> part) {
        return part.isPresent() ? with(part.get()) : this;
    }

    /** Adds a part, after those that it has. */
    Fact with(Fact part) {
        parts.add(part);
        return this;
    }

    /** Puts {@code words} in front of its line. */
    Fact after(String words) {
        line = words + " " + line;
        return this;
    }

    /** Writes its line, and its parts indented beneath it. */
    void write(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(line).append('\n');
        for (Fact part : parts) {
            part.write(text, depth + 1);
        }
    }
}
