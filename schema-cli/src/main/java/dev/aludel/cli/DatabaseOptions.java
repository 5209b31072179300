package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.Migrator;
import dev.aludel.history.History;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which database is meant, and how to get into it. */
final class DatabaseOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database, as a JDBC URL (default: ${DEFAULT-VALUE}).")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", description = "The user to connect as.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the user's password.")
    private @Nullable String passwordVariable;

    @Option(
            names = "--version-table",
            paramLabel = "TABLE",
            description =
                    "Where the applied revisions are recorded, as TABLE or SCHEMA.TABLE (default: the history's own, which is"
                            + " alembic_version unless it says otherwise).")
    private @Nullable String versionTable;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for another run on the same database: 500ms, 90s, 5m, 1h (default: 60s).")
    private @Nullable Duration lockTimeout;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a statement waits for a lock before it gives up and is tried again (default: 5s).")
    private @Nullable Duration lockWait;

    @Option(
            names = "--lock-retries",
            paramLabel = "NUMBER",
            converter = CountConverter.class,
            description = "How often it is tried again (default: 5).")
    private @Nullable Integer lockRetries;

    @Option(
            names = "--lock-key",
            paramLabel = "KEY",
            description = {
                "The lock's key, to share it with another tool: a number on PostgreSQL, a name on MySQL",
                "(default: derived from the database and the version table)."
            })
    private @Nullable String lockKey;

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = {
                "Locks by a row that expires after TIME unless renewed, for poolers that give one",
                "session to many. Every run must do the same."
            })
    private @Nullable Duration lease;

    @Option(names = "--no-lock", description = "Takes no lock: see to it that no other run is under way.")
    private boolean unlocked;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The database's URL. */
    JdbcUrl url() {
        if (url == null) {
            throw wrongUsage("--url is missing: which database is meant?");
        }
        return new JdbcUrl(url);
    }

    /** Where the applied revisions of {@code history} are recorded. */
    String versionTable(History history) {
        return versionTable == null ? history.versionTable() : versionTable;
    }

    /** A migrator for the database along {@code history}, to be completed. */
    Migrator.Builder migrator(History history) {
        Migrator.Builder builder = Migrator.on(new UrlDataSource(url(), credentials()))
                .history(history)
                .versionTable(versionTable(history));
        KnownDialects.of(requireNonNull(command)).configured().forEach(builder::prefer);
        Optional.ofNullable(lockTimeout).ifPresent(builder::lockTimeout);
        Optional.ofNullable(lockWait).ifPresent(builder::lockWait);
        Optional.ofNullable(lockRetries).ifPresent(builder::lockRetries);
        return lock(builder);
    }

    private Migrator.Builder lock(Migrator.Builder builder) {
        long ways = Stream.of(lockKey != null, lease != null, unlocked)
                .filter(given -> given)
                .count();
        if (ways > 1) {
            throw wrongUsage("--lock-key, --lease and --no-lock exclude each other");
        }
        try {
            Optional.ofNullable(lockKey).ifPresent(builder::lockKey);
            Optional.ofNullable(lease).ifPresent(builder::lease);
        } catch (IllegalArgumentException senseless) {
            throw wrongUsage(String.valueOf(senseless.getMessage()));
        }
        return unlocked ? builder.withoutLock() : builder;
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        Optional.ofNullable(user).ifPresent(name -> credentials.setProperty("user", name));
        Optional.ofNullable(passwordVariable).ifPresent(name -> credentials.setProperty("password", valueOf(name)));
        return credentials;
    }

    private String valueOf(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw wrongUsage(
                    "the environment variable \"%s\", which --password-env names, is not set".formatted(variable));
        }
        return value;
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(requireNonNull(command).commandLine(), message);
    }
}
