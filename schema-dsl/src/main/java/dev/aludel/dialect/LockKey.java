package dev.aludel.dialect;

/**
 * The name or number of a lock, chosen by hand to meet another tool's: PostgreSQL's locks go by a 64-bit number, MySQL's by
 * a name of up to 64 characters. SQLite has the one lock of its file, whatever the key.
 */
public record LockKey(String text) {

    /** Refuses an empty key. */
    public LockKey {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a lock's key is a number or a name, and this one is empty");
        }
    }

    /**
     * The key as a number.
     *
     * @throws DialectException when it isn't one of 64 bits
     */
    public long number() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new DialectException(
                    "the lock's key \"%s\" is no number of 64 bits, which it must be on this database. Nothing was changed"
                            .formatted(text),
                    notANumber);
        }
    }
}
