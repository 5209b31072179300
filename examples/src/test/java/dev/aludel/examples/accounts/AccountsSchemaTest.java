package dev.aludel.examples.accounts;

import dev.aludel.examples.Reference;
import dev.aludel.examples.Reference.Allowance;
import dev.aludel.examples.RoundTrip;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;

class AccountsSchemaTest {

    private static final RoundTrip HISTORY = new RoundTrip(
            new AccountsHistory(), new Reference("accounts", name -> name.startsWith("ix_"), Allowance.NONE));

    @DatabaseTest
    void each_revision_leaves_the_measured_schema_on_the_way_up_and_down(TestDatabase database) {
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
