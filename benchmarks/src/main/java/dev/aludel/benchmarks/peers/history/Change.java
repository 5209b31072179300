package dev.aludel.benchmarks.peers.history;

import java.util.List;

/**
 * A revision as SQL.
 *
 * @param id the revision's
 * @param settings statements for the session, before the transaction; only raw JDBC has a use for them
 * @param statements in order
 */
public record Change(String id, List<String> settings, List<String> statements) {

    public Change {
        settings = List.copyOf(settings);
        statements = List.copyOf(statements);
    }

    /** The same statements for the revision of this id. */
    Change called(String revision) {
        return new Change(revision, settings, statements);
    }
}
