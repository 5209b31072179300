package dev.aludel.plan;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.error.MigrationException;
import java.util.List;
import java.util.Locale;

/** The database can't do what some operations ask for; nothing was executed. */
public final class UnsupportedOperationOnDialect extends MigrationException {

    private final List<String> operations;

    /**
     * Creates the failure.
     *
     * @param operations each operation that can't be done, with its revision and the reason, in the plan's order
     */
    UnsupportedOperationOnDialect(Dialect dialect, ServerVersion version, List<String> operations) {
        super(
                "%1$s cannot do this; nothing was executed.\n  %2$s\nSay what is done there with schema.on(%3$s, s -> …).otherwise(s -> …), or leave it out there with schema.skipOn(%3$s, reason, s -> …)."
                        .formatted(
                                version,
                                String.join("\n  ", operations),
                                dialect.id(version).name().toUpperCase(Locale.ROOT)));
        this.operations = List.copyOf(operations);
    }

    /** Each operation that can't be done, with its revision and the reason, in the plan's order. */
    public List<String> operations() {
        return operations;
    }
}
