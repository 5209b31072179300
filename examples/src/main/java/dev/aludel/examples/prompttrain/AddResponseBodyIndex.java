package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.IndexMethod.GIN;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Indexes all that responses hold, where the database can. */
public final class AddResponseBodyIndex implements Revision {

    public static final RevisionId ID = RevisionId.of("009");

    @Override
    public Header header() {
        return Header.of(ID).revises(UpdateSubtasks.ID).message("index response bodies");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.on(POSTGRESQL, s -> s.createIndex("idx_api_requests_response_body_gin", "api_requests", "response_body")
                        .using(GIN))
                .otherwiseNothing("only PostgreSQL indexes what is inside a document");
        schema.analyze("api_requests");
    }
}
