package dev.aludel.examples.prompttrain;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Calls the domain what it became: the id of a train. */
public final class RenameDomainToTrainId implements Revision {

    public static final RevisionId ID = RevisionId.of("012");

    @Override
    public Header header() {
        return Header.of(ID).revises(AddConversationAnalyses.ID).message("rename domain to train id");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.dropView("hourly_stats");
        schema.alterTable("api_requests", t -> t.column("domain").renameTo("train_id"));
        schema.alterTable("analysis_audit_log", t -> t.column("domain").renameTo("train_id"));
        schema.renameIndex("idx_api_requests_domain", "api_requests").to("idx_api_requests_train_id");
        schema.renameIndex("idx_api_requests_domain_timestamp_response", "api_requests")
                .to("idx_api_requests_train_timestamp_response");
        schema.renameIndex("idx_audit_domain", "analysis_audit_log").to("idx_audit_train");
        HourlyStats.create(schema, "train_id", "idx_hourly_stats_hour_train");
    }
}
