package dev.aludel.examples.prompttrain;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.util.List;

/** The revisions of the prompt train's schema. */
public final class PromptTrainHistory implements History {

    @Override
    public String name() {
        return "prompt-train";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                new CreateDatabase(),
                new AddConversationTracking(),
                new OptimizeConversationIndexes(),
                new AddSubtaskTracking(),
                new OptimizeWindowFunctions(),
                new PopulateAccountIds(),
                new SplitConversationHashes(),
                new AddParentRequestId(),
                new UpdateSubtasks(),
                new AddResponseBodyIndex(),
                new AddTemporalIndexes(),
                new AddConversationAnalyses(),
                new RenameDomainToTrainId(),
                new ManageCredentialsAndTrains(),
                new AddTrainMembers());
    }
}
