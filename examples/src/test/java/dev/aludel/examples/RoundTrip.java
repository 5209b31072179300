package dev.aludel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import java.util.List;
import java.util.stream.Stream;

/** Takes a history up and down on a database, and compares what it leaves with the reference. */
public record RoundTrip(History history, Reference reference) {

    /** Each revision, up and then down again, leaves the measured schema. */
    public void meetsTheReferenceAtEachRevision(TestDatabase database) {
        Migrator migrator = migrator(database);
        List<String> places = places();

        for (String revision : places.subList(1, places.size())) {
            migrator.upgrade(revision);
            reference.assertSchemaAt(revision, database);
        }
        for (int place = places.size() - 2; place >= 0; place--) {
            migrator.downgrade(places.get(place));
            reference.assertSchemaAt(places.get(place), database);
        }
    }

    /** The whole history, taken back and applied again, leaves the same catalogue. */
    public void leavesTheSameCatalogueAgain(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");
        List<String> applied = LiveSchema.verbatim(database);

        migrator.downgrade("base");
        migrator.upgrade("head");

        assertThat(LiveSchema.verbatim(database)).isEqualTo(applied);
    }

    /** A migrator of the history. */
    public Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource()).history(history).build();
    }

    /** {@code base}, and the ids of the revisions from the first to the last. */
    private List<String> places() {
        return Stream.concat(Stream.of("base"), history.revisions().stream().map(revision -> revision.header()
                        .id()
                        .value()))
                .toList();
    }
}
