package dev.aludel.examples.agentsystem;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.model.NamingConvention;
import java.util.List;

/** The revisions of the agent system's schema. */
public final class AgentSystemHistory implements History {

    @Override
    public String name() {
        return "agent-system";
    }

    /** The house's own names; those of indexes, unique constraints and checks are given one by one. */
    @Override
    public NamingConvention naming() {
        return NamingConvention.standard()
                .withPrimaryKeys("pk_{table}")
                .withForeignKeys("fk_{table}_{columns}_{referenced_table}");
    }

    @Override
    public List<Revision> revisions() {
        return List.of(new CreateComprehensiveSchema());
    }
}
