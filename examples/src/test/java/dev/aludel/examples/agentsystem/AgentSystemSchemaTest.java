package dev.aludel.examples.agentsystem;

import dev.aludel.examples.Reference;
import dev.aludel.examples.Reference.Allowance;
import dev.aludel.examples.RoundTrip;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.regex.Pattern;

class AgentSystemSchemaTest {

    private static final Pattern GIVEN_NAMES = Pattern.compile("(ix|pk|fk|uq|ck|check)_.*");

    private static final RoundTrip HISTORY = new RoundTrip(
            new AgentSystemHistory(),
            new Reference("agent-system", name -> GIVEN_NAMES.matcher(name).matches(), Allowance.NONE));

    @DatabaseTest
    void the_revision_leaves_the_measured_schema_and_taken_back_leaves_nothing(TestDatabase database) {
        HISTORY.meetsTheReferenceAtEachRevision(database);
    }

    @DatabaseTest
    void the_history_taken_back_and_applied_again_leaves_the_same_schema(TestDatabase database) {
        HISTORY.leavesTheSameCatalogueAgain(database);
    }

    @DatabaseTest
    void the_history_as_a_script_leaves_the_same_schema(TestDatabase online, TestDatabase offline) {
        HISTORY.leavesTheSameSchemaByScript(online, offline);
    }
}
