package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.Migrator;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.sqlite.ColumnConversion;
import dev.aludel.dialect.sqlite.SqliteDialect;
import dev.aludel.offline.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Aludel, by its Java interface.
 *
 * @param dialect chosen by hand; empty to have it found, as it comes
 */
public record Aludel(String id, String title, Optional<Supplier<Dialect>> dialect) implements Contestant {

    /** As it comes. */
    public static final Aludel STANDARD = new Aludel("aludel", "Aludel", Optional.empty());

    /** On SQLite: conversions go to new columns, which is a choice. */
    public static final Aludel NEW_COLUMNS = new Aludel(
            "aludel-new-columns",
            "Aludel, new columns",
            Optional.of(() -> new SqliteDialect(ColumnConversion.NEW_COLUMN)));

    private static final List<String> LIBRARIES =
            List.of("schema-dsl", "schema-cli", "gateway-migrations", "dialect-", "guava", "failureaccess", "picocli");

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        boolean standard = JavaProgram.contestant(arguments).equals(STANDARD.id());
        JavaProgram.run(standard ? STANDARD : NEW_COLUMNS, arguments);
    }

    @Override
    public void migrate(Journey journey, Path folder) {
        PeerHistory history = PeerHistory.named(journey.history());
        Migrator.Builder builder =
                Migrator.on(new AddressDataSource(journey.database())).history(history.revisions());
        Migrator migrator = dialect.map(chosen -> builder.dialect(chosen.get()))
                .orElse(builder)
                .build();
        if (journey.isDown()) {
            migrator.downgrade(journey.to());
        } else {
            migrator.upgrade(journey.to());
        }
    }

    @Override
    public boolean writesScripts() {
        return true;
    }

    @Override
    public Duration offline(PeerHistory history, Product product, Path folder) {
        long begin = System.nanoTime();
        Script script =
                Script.of(history.revisions(), Dialects.named(product.id())).upgrade("base:heads");
        int length = script.toString().length();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (length == 0) {
            throw new IllegalStateException("an empty script");
        }
        return time;
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
