package dev.aludel.testing.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What every dialect owes: extend this in the dialect's tests, and it is run on real databases.
 *
 * <p>Each case changes a schema that holds rows. After the change the live schema is the one that the model says; the
 * downgrade brings back the schema from before; another upgrade leads to the same schema again; no row is lost on the way;
 * and the offline script, run by the database's own client, does the same.
 */
public abstract class DialectContract {

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    /** The names of the cases that the dialect refuses while planning, because its database can't do them. */
    protected Set<String> refused() {
        return Set.of();
    }

    /** What the dialect is held to. */
    List<ContractCase> cases() {
        return ContractCases.all();
    }

    @TestFactory
    Stream<DynamicNode> keeps_the_contract() {
        return databases().stream().map(this::contractOn);
    }

    private DynamicNode contractOn(DatabaseKind kind) {
        return dynamicContainer(
                kind.name(),
                cases().stream()
                        .map(contractCase -> dynamicTest(contractCase.name(), () -> {
                            try (TestDatabase online = TestDatabases.create(kind);
                                    TestDatabase offline = TestDatabases.create(kind);
                                    TestDatabase expected = TestDatabases.create(kind)) {
                                ContractRun run = new ContractRun(dialect(), contractCase, online, offline, expected);
                                if (refused().contains(contractCase.name())) {
                                    run.isRefused();
                                } else {
                                    run.keepsTheContract();
                                }
                            }
                        })));
    }
}
