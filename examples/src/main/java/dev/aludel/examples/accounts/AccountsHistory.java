package dev.aludel.examples.accounts;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.util.List;

/** The revisions of the accounts' schema. */
public final class AccountsHistory implements History {

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(new CreateUsers(), new CreateConversationSessions());
    }
}
