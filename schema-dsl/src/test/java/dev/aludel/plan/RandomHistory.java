package dev.aludel.plan;

import static dev.aludel.model.ColumnType.integer;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.Graphs;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A history of a random graph. Each revision makes a table with a key to the table of each parent, and an index to
 * its parents' tables: so it makes no sense before them, and can't stay without them.
 */
record RandomHistory(List<Revision> revisions) implements History {

    static RandomHistory of(Random random) {
        List<Revision> revisions = new ArrayList<>();
        Graphs.random(random).stream()
                .map(DeclaredRevision::header)
                .map(Tables::new)
                .forEach(revisions::add);
        return new RandomHistory(revisions);
    }

    /** The same revisions, listed in another order. */
    RandomHistory shuffled(Random random) {
        List<Revision> shuffled = new ArrayList<>(revisions);
        Collections.shuffle(shuffled, random);
        return new RandomHistory(shuffled);
    }

    RevisionCatalog catalog() {
        return RevisionCatalog.of(this);
    }

    @Override
    public String name() {
        return "random";
    }

    private record Tables(Header header) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            schema.createTable(table(header.id()), t -> {
                t.column("id", integer()).primaryKey();
                header.revises()
                        .forEach(parent -> t.column(parent.value(), integer()).references(table(parent), "id"));
            });
            header.revises()
                    .forEach(parent -> schema.createIndex("ix_" + header.id() + "_" + parent, table(parent), "id"));
        }

        private static String table(RevisionId id) {
            return "t_" + id;
        }
    }
}
