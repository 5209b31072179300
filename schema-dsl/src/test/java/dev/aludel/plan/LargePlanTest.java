package dev.aludel.plan;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.history.RevisionCatalog;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not grow with the square of a history, counted rather than timed. */
class LargePlanTest {

    private static final int COUNT = 200;

    @Test
    void the_plan_of_a_long_downgrade_records_each_revision_twice_for_the_fold_and_for_the_reverse() {
        Map<Integer, Integer> recorded = new HashMap<>();
        TestHistory history = new TestHistory();
        for (int number = 0; number < COUNT; number++) {
            int revision = number;
            history.then(schema -> {
                recorded.merge(revision, 1, Integer::sum);
                schema.createTable(
                        "t" + revision, t -> t.column("id", integer()).primaryKey());
            });
        }
        RevisionCatalog catalog = RevisionCatalog.of(history);
        StandardDialect dialect = new StandardDialect();
        CompileContext context = CompileContext.offline(dialect.offlineVersion());

        Plan plan = new Planner(catalog, dialect, context, VersionTable.standard(), LiveTables.none())
                .plan(catalog.graph().downgradeOffline("head:base"), Bookkeeping.complete());

        assertThat(plan.revisions()).hasSize(COUNT);
        assertThat(recorded).hasSize(COUNT);
        assertThat(recorded.values()).containsOnly(2);
    }
}
