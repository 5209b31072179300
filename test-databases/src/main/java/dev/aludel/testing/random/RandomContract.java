package dev.aludel.testing.random;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.contract.HistoryRun;
import dev.aludel.testing.contract.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Histories of many operations, drawn at random: extend this in the dialect's tests. After each revision the live schema is
 * the one that the model says, each downgrade brings back the schema from before, no row of the shop is lost, the version
 * table says where the schema is, and the offline scripts do the same. {@code -Daludel.seeds=100-199} tries others than the
 * usual ones.
 */
public abstract class RandomContract {

    private static final int REVISIONS = 4;
    private static final int SIZE = 10;

    /** The dialect that is tried. */
    protected abstract Dialect dialect();

    /** The databases that it is tried on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicNode> makes_and_takes_back_what_is_drawn() {
        return databases().stream()
                .map(kind -> dynamicContainer(
                        kind.name(), seeds().mapToObj(seed -> dynamicTest("seed " + seed, () -> run(kind, seed)))));
    }

    private static LongStream seeds() {
        String[] ends = System.getProperty("aludel.seeds", "1-4").split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    private void run(DatabaseKind kind, long seed) throws SQLException {
        RandomHistory history = RandomHistory.of(dialect(), context(kind), seed, REVISIONS, SIZE);
        try (HistoryRun run = new HistoryRun(dialect(), history.recorded(), kind)) {
            run.keepsTheContract(Shop.ROWS);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed %d:\n%s".formatted(seed, history), failure);
        }
    }

    private CompileContext context(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = TestDatabases.create(kind);
                Connection connection = database.connect()) {
            return CompileContext.online(dialect().version(connection.getMetaData()), 0);
        }
    }
}
