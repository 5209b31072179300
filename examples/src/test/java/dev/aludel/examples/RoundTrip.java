package dev.aludel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialects;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.provision.ProgramResult;
import dev.aludel.testing.shape.LiveSchema;
import dev.aludel.testing.shape.SchemaShape;
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

    /** The whole history as a script, run by the database's own client, leaves on one database what a run leaves on another. */
    public void leavesTheSameSchemaByScript(TestDatabase online, TestDatabase offline) {
        migrator(online).upgrade("head");

        ProgramResult result =
                offline.nativeClient(script(offline.kind()).upgrade("base:head").toString());

        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(settled(offline).differencesFrom(settled(online))).isEmpty();
    }

    private static SchemaShape settled(TestDatabase database) {
        return Reference.settled(LiveSchema.of(database), database.kind());
    }

    private Script.Builder script(DatabaseKind kind) {
        Script.Builder script = Script.of(history, Dialects.named(kind.dialectId()));
        return kind == DatabaseKind.MARIADB ? script.version("10.11-MariaDB") : script;
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
