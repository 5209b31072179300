package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.array;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.IndexMethod.GIN;
import static dev.aludel.model.Value.generatedUuid;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.function.Consumer;

/** The prompt train's history in short, as a team writes it that has thought of PostgreSQL alone. */
final class PostgresOnlyHistory implements History {

    private static final RevisionId STATISTICS = RevisionId.of("000");
    private static final RevisionId DOCUMENTS = RevisionId.of("009");
    private static final RevisionId CREDENTIALS = RevisionId.of("013");

    @Override
    public String name() {
        return "postgres-only";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                new Step(Header.of(STATISTICS).message("keep statistics"), PostgresOnlyHistory::keepStatistics),
                new Step(
                        Header.of(DOCUMENTS).revises(STATISTICS).message("index documents"),
                        PostgresOnlyHistory::indexDocuments),
                new Step(
                        Header.of(CREDENTIALS).revises(DOCUMENTS).message("create credentials"),
                        PostgresOnlyHistory::createCredentials));
    }

    private static void keepStatistics(Schema schema) {
        schema.createTable("api_requests", t -> {
            t.column("request_id", uuid()).primaryKey();
            t.column("timestamp", timestampWithZone()).notNull();
            t.column("domain", string(255)).notNull();
            t.column("response_body", jsonBinary());
        });
        schema.createMaterializedView(
                "hourly_stats",
                v -> v.otherwise("SELECT domain, COUNT(*) AS requests FROM api_requests GROUP BY domain"));
    }

    private static void indexDocuments(Schema schema) {
        schema.createIndex("idx_response_body", "api_requests", "response_body").using(GIN);
        schema.createIndex("idx_newest", "api_requests").descending("timestamp").nullsLast();
    }

    private static void createCredentials(Schema schema) {
        schema.createTable("credentials", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("oauth_scopes", array(text())).notNull();
        });
    }

    private record Step(Header header, Consumer<Schema> author) implements Revision {

        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
