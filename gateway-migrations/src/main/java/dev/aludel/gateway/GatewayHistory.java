package dev.aludel.gateway;

import com.google.auto.service.AutoService;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.util.List;

/** The revisions of the gateway's schema. */
@AutoService(History.class)
public final class GatewayHistory implements History {

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                new CreateInitialDatabase(),
                new AddDatabaseIndexes(),
                new ConvertTimestampsToEpoch(),
                new AddTasksAndFeedback(),
                new AddTokenUsage());
    }
}
