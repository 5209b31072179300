package dev.aludel.testing;

import dev.aludel.testing.provision.ProgramResult;
import dev.aludel.testing.provision.ProvisionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Fetches and installs, before tests run, all that they would fetch: starts each server once, and runs its client. So a
 * registry that can't be reached isn't mistaken for a failing test, and no test's time is spent on it.
 */
public final class Prefetch {
    private Prefetch() {}

    public static void main(String[] arguments) {
        for (DatabaseKind kind : TestDatabases.enabledKinds()) {
            Instant start = Instant.now();
            use(kind);
            Duration duration = Duration.between(start, Instant.now());
            System.out.printf(Locale.ROOT, "%s is ready after %.1f s%n", kind, duration.toMillis() / 1000.0);
        }
    }

    private static void use(DatabaseKind kind) {
        try (TestDatabase database = TestDatabases.create(kind)) {
            ProgramResult result = database.nativeClient("SELECT 1;\n");
            if (!result.succeeded()) {
                throw new ProvisionException("The client of " + kind + " fails:\n" + result.stderr());
            }
        }
    }
}
