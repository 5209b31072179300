package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.SchemaGuard;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Header;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void a_step_that_the_database_takes_in_another_sense_carries_a_warning() {
        CompiledStep step = new CompiledStep(List.of(), List.of(), false, List.of("index \"ix_open\" holds all rows"));

        assertThat(PlanText.of(plan(step), Colors.none())).contains("     warning: index \"ix_open\" holds all rows");
    }

    @Test
    void a_step_that_depends_on_the_database_says_on_what() {
        SchemaCondition condition = new SchemaCondition(SchemaCondition.Kind.INDEX, "orders", "ix_open", false);
        CompiledStep step =
                new CompiledStep(List.of(), List.of(), false, List.of(), List.of(new SchemaGuard(1, condition)));

        assertThat(PlanText.of(plan(step), Colors.none()))
                .contains("     only if index \"ix_open\" of \"orders\" doesn't exist, which is looked at just before");
    }

    @Test
    void a_step_of_an_attempt_says_what_becomes_of_it() {
        CompiledStep tried =
                new CompiledStep(List.of(), List.of(), false, List.of(), List.of(new AttemptGuard(1, false)));
        CompiledStep instead =
                new CompiledStep(List.of(), List.of(), false, List.of(), List.of(new AttemptGuard(1, true)));

        assertThat(PlanText.of(plan(tried), Colors.none()))
                .contains("     only if the database takes all of attempt 1; it is undone otherwise");
        assertThat(PlanText.of(plan(instead), Colors.none())).contains("     only if the database refused attempt 1");
    }

    private static Plan plan(CompiledStep step) {
        RevisionId id = RevisionId.of("1111aaaa");
        PlannedRevision revision = new PlannedRevision(
                Header.of(id),
                new Move(Direction.UPGRADE, id, Set.of(), Set.of(id)),
                List.of(),
                Optional.empty(),
                new CompiledRevision(List.of(), List.of(), List.of(step)),
                List.of());
        return new Plan(
                Dialects.named("sqlite"),
                new ServerVersion("SQLite", 3, 46, 0),
                VersionTable.standard(),
                List.of(revision),
                List.of());
    }
}
