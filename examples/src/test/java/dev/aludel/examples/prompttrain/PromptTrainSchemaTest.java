package dev.aludel.examples.prompttrain;

import static dev.aludel.examples.prompttrain.PromptTrain.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.examples.RoundTrip;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import dev.aludel.testing.shape.ReferenceSchema;
import dev.aludel.testing.shape.SchemaShape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class PromptTrainSchemaTest {

    private static final RoundTrip HISTORY = new RoundTrip(new PromptTrainHistory(), REFERENCE);

    @DatabaseTest
    void each_revision_leaves_the_measured_schema_on_the_way_up_and_down(TestDatabase database) {
        HISTORY.meetsTheReferenceAtEachRevision(database);
    }

    @DatabaseTest
    void the_history_taken_back_and_applied_again_leaves_the_same_schema(TestDatabase database) {
        HISTORY.leavesTheSameCatalogueAgain(database);
    }

    @DatabaseTest
    void the_history_as_a_script_leaves_the_same_schema(TestDatabase online, TestDatabase offline) {
        HISTORY.leavesTheSameSchemaByScript(online, offline);
    }

    @DatabaseTest
    void comments_are_kept_wherever_there_are_comments(TestDatabase database) {
        PromptTrain.migrator(database).upgrade("head");

        Map<String, String> measured = comments(ReferenceSchema.read("/reference/prompt-train/postgresql/014.json"));
        assertThat(comments(LiveSchema.of(database)))
                .isEqualTo(database.kind() == DatabaseKind.SQLITE ? Map.of() : measured);
    }

    private static Map<String, String> comments(SchemaShape schema) {
        Map<String, String> comments = new TreeMap<>();
        schema.tables().forEach((name, table) -> {
            Optional.ofNullable(table.comment()).ifPresent(comment -> comments.put(name, comment));
            table.columns().forEach((column, shape) -> Optional.ofNullable(shape.comment())
                    .ifPresent(comment -> comments.put(name + "." + column, comment)));
        });
        return comments;
    }

    @DatabaseTest
    void revisions_8_to_6_taken_back_under_rows_restore_the_schema_exactly(TestDatabase database) {
        Migrator migrator = PromptTrain.migrator(database);
        migrator.upgrade("002");
        PromptTrain.insertRequests(database);
        migrator.upgrade("head");

        for (String place : new String[] {"007", "006", "005"}) {
            migrator.downgrade(place);
            REFERENCE.assertSchemaAt(place, database);
        }
    }
}
