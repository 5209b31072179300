package dev.aludel.examples.prompttrain;

import dev.aludel.Migrator;
import dev.aludel.examples.Reference;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.SchemaShape;
import dev.aludel.testing.shape.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** The history's reference and rows, which its tests share. */
final class PromptTrain {

    static final Reference REFERENCE = new Reference(
            "prompt-train", name -> name.startsWith("idx_") || name.startsWith("chk_"), PromptTrain::comparable);

    /** The trigger that keeps the time of an analysis, and its function: named by the library here, by hand where measured. */
    private static final Set<String> NAMED_OTHERWISE = Set.of(
            "trigger set_timestamp_on_conversation_analyses",
            "trigger set_updated_at_of_conversation_analyses",
            "function trigger_set_timestamp()",
            "function set_updated_at_of_conversation_analyses()");

    private static final String EXPRESSION_INDEX = "idx_conversation_analyses_has_custom_prompt";

    private PromptTrain() {}

    static Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(new PromptTrainHistory())
                .build();
    }

    /**
     * Few of the comments were measured on MySQL, though it keeps them all; and MariaDB, compared with what was measured there,
     * has no index on an expression.
     */
    private static SchemaShape comparable(SchemaShape whole, DatabaseKind kind) {
        SchemaShape schema = whole.withObjectsWhere(object -> !NAMED_OTHERWISE.contains(object));
        return switch (kind) {
            case SQLITE, POSTGRESQL -> schema;
            case MYSQL -> schema.withTables(PromptTrain::withoutComments);
            case MARIADB ->
                schema.withTables(table -> withoutComments(table)
                        .withIndexes(table.indexes().stream()
                                .filter(index -> !EXPRESSION_INDEX.equals(index.name()))
                                .toList()));
        };
    }

    private static TableShape withoutComments(TableShape table) {
        return table.withComment(null).withColumns(column -> column.withComment(null));
    }

    /** Six requests, of which the first starts two tasks: rows for the schema of 002. */
    static void insertRequests(TestDatabase database) {
        execute(database, "/prompt-train/requests.sql");
    }

    /** Two trains, their credentials, and which train uses which: rows for the schema of 013. */
    static void insertTrains(TestDatabase database) {
        execute(database, "/prompt-train/trains.sql");
    }

    /** PostgreSQL alone has arrays; and its times have a zone, for which UTC is as good as any. */
    private static void execute(TestDatabase database, String resource) {
        boolean hasArrays = database.kind() == DatabaseKind.POSTGRESQL;
        String script = text(resource)
                .replace("${scopes}", hasArrays ? "'{s1,s2}'" : "'[\"s1\",\"s2\"]'")
                .replace("${no-scopes}", hasArrays ? "'{}'" : "'[]'");
        try {
            database.withTimeZone("UTC").execute(script.strip().split(";\\s*"));
        } catch (SQLException failure) {
            throw new IllegalStateException(resource, failure);
        }
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(PromptTrain.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
