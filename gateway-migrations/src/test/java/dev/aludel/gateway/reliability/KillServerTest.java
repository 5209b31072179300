package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.error.MigrationException;
import dev.aludel.testing.CrashingServer;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server is killed under a run, and started again on its data; then the same call is made again. */
class KillServerTest {

    private static final int POINTS = 8;
    private static final int POINTS_OF_A_PART = 2;

    static List<DatabaseKind> servers() {
        return TestDatabases.enabledKinds().stream()
                .filter(kind -> kind != DatabaseKind.SQLITE)
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void the_same_call_completes_what_the_server_dropped_and_nothing_is_lost(DatabaseKind kind) {
        List<String> lost = new ArrayList<>();
        List<KillPoint> points;
        try (CrashingServer server = CrashingServer.start(kind);
                TestDatabase database = server.create();
                Templates templates = new Templates(database)) {
            Trial trial = Trial.prepare(templates, Transition.conversion());
            points = points(trial.roundTrips());
            points.forEach(point -> trial.disturb(copy -> crashAt(point, copy, server, trial.transition()))
                    .ifPresent(loss -> lost.add("killed %s: %s".formatted(point, loss))));
        }
        ReliabilityTable.set(kind, ReliabilityTable.SERVER, points.size(), lost.size());
        assertThat(lost).isEmpty();
    }

    /** Spread over the whole run, on both sides of a round trip in turn; never the last side, when all is done. */
    private static List<KillPoint> points(int roundTrips) {
        int count = Part.ofThisBuild().isWhole() ? POINTS : POINTS_OF_A_PART;
        return IntStream.range(0, count)
                .mapToObj(index -> new KillPoint(
                        1 + (index + 1) * (roundTrips - 1) / (count + 1), index % 2 == 0 ? Side.BEFORE : Side.AFTER))
                .toList();
    }

    private static void crashAt(KillPoint point, TestDatabase database, CrashingServer server, Transition transition) {
        DataSource dying = RoundTrips.observed(database.dataSource(), (number, side, sql) -> {
            if (point.equals(new KillPoint(number, side))) {
                server.crash();
            }
        });

        Throwable failure = catchThrowable(() -> Job.run(dying, transition.direction(), transition.to()));

        assertThat(failure)
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("(?s).*(the database is as it was before this revision|applied in part"
                        + "|it is either as before this revision|no revision was under way).*");
    }
}
