package dev.aludel.plan;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A line of revisions, {@code r1}, {@code r2}…, made of lambdas. */
final class TestHistory implements History {

    private final List<Revision> revisions = new ArrayList<>();

    TestHistory then(Consumer<Schema> upgrade) {
        return then(upgrade, Downgrade.derived());
    }

    TestHistory then(Consumer<Schema> upgrade, Downgrade downgrade) {
        int number = revisions.size() + 1;
        Header header = Header.of(RevisionId.of("r" + number)).message("revision " + number);
        revisions.add(new Written(
                number == 1 ? header : header.revises(RevisionId.of("r" + (number - 1))), upgrade, downgrade));
        return this;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    private record Written(Header header, Consumer<Schema> author, Downgrade downgrade) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
