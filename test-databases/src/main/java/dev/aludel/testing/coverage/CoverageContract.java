package dev.aludel.testing.coverage;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.contract.ContractCase;
import dev.aludel.testing.contract.ContractRun;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a dialect makes of everything that the DSL can say: extend this in the dialect's tests, and each feature is run on
 * real databases, up, down, up again and as a script, or refused there without a trace.
 */
public abstract class CoverageContract {

    /** Set while developing, to run the features of one section only. */
    private static final String SECTION = "coverage.section";

    /** The dialect that is tried. */
    protected abstract Dialect dialect();

    /** The databases that it is tried on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> covers() {
        return databases().stream()
                .map(kind -> dynamicContainer(
                        kind.name(),
                        Features.all().stream()
                                .filter(feature -> feature.section().startsWith(System.getProperty(SECTION, "")))
                                .map(feature -> dynamicTest(
                                        feature.section() + ": " + feature.name(), () -> run(feature, kind)))));
    }

    private void run(Feature feature, DatabaseKind kind) throws SQLException {
        ContractCase contractCase =
                new ContractCase(feature.name(), feature.before(), feature.rows(), feature.change());
        try (TestDatabase online = TestDatabases.create(kind);
                TestDatabase offline = TestDatabases.create(kind);
                TestDatabase expected = TestDatabases.create(kind)) {
            ContractRun run = new ContractRun(dialect(), contractCase, online, offline, expected);
            if (feature.support().get(kind) == Support.REFUSED) {
                run.isRefused();
                return;
            }
            boolean onlineOnly = feature.support().get(kind) == Support.ONLINE_ONLY;
            if (onlineOnly) {
                run.keepsTheContractInRuns();
            } else {
                run.keepsTheContract();
            }
            if (feature.proof().isPresent()) {
                prove(feature.proof().get(), online);
                if (!onlineOnly) {
                    prove(feature.proof().get(), offline);
                }
            }
        }
    }

    private static void prove(Feature.Proof proof, TestDatabase database) throws SQLException {
        List<String> values = database.query(proof.query()).stream()
                .map(Map::values)
                .flatMap(row -> row.stream().map(Objects::toString))
                .toList();
        Assertions.assertThat(values).as(proof.query()).isEqualTo(proof.result());
    }
}
