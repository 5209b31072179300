package dev.aludel.testing.contract;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A history made of lambdas, for tests: each revision revises the one added before it. */
public final class LambdaHistory implements History {

    private final List<Revision> revisions = new ArrayList<>();

    /** Adds a revision after the last one. */
    public LambdaHistory then(String id, Consumer<Schema> upgrade) {
        return then(id, upgrade, Downgrade.derived());
    }

    /** Adds a revision after the last one, with a downgrade of its own. */
    public LambdaHistory then(String id, Consumer<Schema> upgrade, Downgrade downgrade) {
        Header header = Header.of(RevisionId.of(id)).message("revision " + id);
        if (!revisions.isEmpty()) {
            header = header.revises(revisions.get(revisions.size() - 1).header().id());
        }
        return with(header, upgrade, downgrade);
    }

    /** Adds a revision with a header of its own. */
    public LambdaHistory with(Header header, Consumer<Schema> upgrade, Downgrade downgrade) {
        revisions.add(new LambdaRevision(header, upgrade, downgrade));
        return this;
    }

    @Override
    public String name() {
        return "lambdas";
    }

    @Override
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    private record LambdaRevision(Header header, Consumer<Schema> author, Downgrade downgrade) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
