package dev.aludel.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    static Optional<Fact> when(boolean holds, String words) {
        return holds ? Optional.of(of(words)) : Optional.empty();
    }

    /** This fact with more parts, after those that it has. */
    Fact with(Stream<Fact> more) {
        List<Fact> all = new ArrayList<>(parts);
        more.forEach(all::add);
        return all.size() == parts.size() ? this : new Fact(line, all);
    }

    /** This fact with a part for each of {@code things}, after those that it has. */
    <T> Fact withEach(List<T> things, Function<? super T, Fact> fact) {
        if (things.isEmpty()) {
            return this;
        }
        List<Fact> all = new ArrayList<>(parts);
        for (T thing : things) {
            all.add(fact.apply(thing));
        }
        return new Fact(line, all);
    }

    /** This fact with one part more, if there is one, after those that it has. */
    Fact with(Optional<Fact> part) {
        return part.isPresent() ? with(part.get()) : this;
    }

    /** This fact with one part more, after those that it has. */
    Fact with(Fact part) {
        List<Fact> all = new ArrayList<>(parts);
        all.add(part);
        return new Fact(line, all);
    }

    /** This fact with {@code words} in front of its line. */
    Fact after(String words) {
        return new Fact(words + " " + line, parts);
    }
}
