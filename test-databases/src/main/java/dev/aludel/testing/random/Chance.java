package dev.aludel.testing.random;

import dev.aludel.model.Column;
import dev.aludel.model.Table;
import java.util.List;
import java.util.Random;

/** What is drawn, the same for the same seed. New things get names that nothing had before, so that none is taken for another. */
final class Chance {

    private final Random random;
    private int made;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean half() {
        return random.nextBoolean();
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A column of the table; generated ones have the others' values, and can't be given any. */
    Column given(Table table) {
        return one(table.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .toList());
    }

    /** A name that nothing has, or had. */
    String fresh(String kind) {
        return kind + number();
    }

    /** A number that wasn't drawn before. */
    int number() {
        return ++made;
    }
}
