package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.sqlite.SqliteDialect;
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
        RevisionId id = RevisionId.of("1111aaaa");
        CompiledStep step = new CompiledStep(List.of(), List.of(), false, List.of("index \"ix_open\" holds all rows"));
        PlannedRevision revision = new PlannedRevision(
                Header.of(id),
                new Move(Direction.UPGRADE, id, Set.of(), Set.of(id)),
                List.of(),
                Optional.empty(),
                new CompiledRevision(List.of(), List.of(), List.of(step)),
                List.of());
        Plan plan = new Plan(
                new SqliteDialect(),
                new ServerVersion("SQLite", 3, 46, 0),
                VersionTable.standard(),
                List.of(revision),
                List.of());

        assertThat(PlanText.of(plan, Colors.none())).contains("     warning: index \"ix_open\" holds all rows");
    }
}
