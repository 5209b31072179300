package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says of each request which account it was made with, as far as its domain tells. */
public final class PopulateAccountIds implements Revision {

    public static final RevisionId ID = RevisionId.of("005");

    private static final Map<String, List<String>> DOMAINS_BY_ACCOUNT = new TreeMap<>(Map.of(
            "claude-1", List.of("claude-1.msldev.io"),
            "claude-2", List.of("claude-2.msldev.io"),
            "claude-3", List.of("claude-3.msldev.io", "claude-kluster.msldev.io")));

    @Override
    public Header header() {
        return Header.of(ID).revises(OptimizeWindowFunctions.ID).message("populate account ids");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.alterTable("api_requests", t -> t.addColumn("account_id", string(255)));
        DOMAINS_BY_ACCOUNT.forEach((account, domains) -> schema.update("api_requests")
                .set("account_id", account)
                .where("domain IN (?) AND account_id IS NULL", domains)
                .reversedByNothing());
        schema.createIndex("idx_requests_account_timestamp", "api_requests", "account_id")
                .descending("timestamp")
                .where("account_id IS NOT NULL");
        schema.analyze("api_requests");
    }
}
