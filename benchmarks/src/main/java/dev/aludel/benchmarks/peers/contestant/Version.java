package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.history.Change;
import java.util.ArrayList;
import java.util.List;

/** The version row that hand-written migrations keep, in the table that Alembic and Aludel keep theirs in. */
final class Version {

    private Version() {}

    /** The changes in one, and the version row after them. */
    static Change from(boolean base, List<Change> changes) {
        Change last = changes.get(changes.size() - 1);
        List<String> statements = new ArrayList<>();
        changes.forEach(change -> statements.addAll(change.statements()));
        if (base) {
            statements.add("CREATE TABLE alembic_version (version_num VARCHAR(255) NOT NULL PRIMARY KEY)");
            statements.add("INSERT INTO alembic_version VALUES ('%s')".formatted(last.id()));
        } else {
            statements.add("UPDATE alembic_version SET version_num = '%s'".formatted(last.id()));
        }
        return new Change(last.id(), List.of(), statements);
    }

    /** The change, and the version row that the journey leads to. */
    static Change moved(Change change, Journey journey) {
        List<String> statements = new ArrayList<>(change.statements());
        statements.add("UPDATE alembic_version SET version_num = '%s'".formatted(journey.to()));
        return new Change(change.id(), change.settings(), statements);
    }
}
