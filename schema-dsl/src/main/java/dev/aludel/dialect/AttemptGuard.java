package dev.aludel.dialect;

/**
 * That steps belong to an attempt.
 *
 * @param refused whether they are done where the database refused what was tried; otherwise they are what is tried
 */
public record AttemptGuard(int number, boolean refused) implements Guard {

    @Override
    public String describe() {
        return refused
                ? "the database refused attempt %d".formatted(number)
                : "the database takes all of attempt %d; it is undone otherwise".formatted(number);
    }
}
