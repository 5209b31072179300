package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.currentTimestamp;
import static dev.aludel.model.Value.generatedUuid;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Adds trains, the credentials that they use, and the keys that their clients use. */
public final class ManageCredentialsAndTrains implements Revision {

    public static final RevisionId ID = RevisionId.of("013");

    @Override
    public Header header() {
        return Header.of(ID).revises(RenameDomainToTrainId.ID).message("manage credentials and trains");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createTable("anthropic_credentials", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("account_id", string(255)).notNull().unique();
            t.column("account_name", string(255)).notNull().unique();
            t.column("oauth_access_token", text()).notNull();
            t.column("oauth_refresh_token", text()).notNull();
            t.column("oauth_expires_at", timestampWithZone()).notNull();
            t.column("oauth_scopes", json().on(POSTGRESQL, "text[]")).notNull();
            t.column("oauth_is_max", bool()).defaultTo(true);
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("updated_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("last_refresh_at", timestampWithZone());
            t.index("idx_credentials_account_id", "account_id");
        });
        schema.createTable("trains", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("train_id", string(255)).notNull().unique();
            t.column("name", string(255)).notNull();
            t.column("description", text());
            t.column("slack_enabled", bool()).defaultTo(false);
            t.column("slack_webhook_url", text());
            t.column("slack_channel", string(255));
            t.column("slack_username", string(255));
            t.column("slack_icon_emoji", string(255));
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("updated_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.index("idx_trains_train_id", "train_id");
        });
        schema.createTable("train_accounts", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("train_id", uuid()).notNull().references("trains", "id").onDelete(CASCADE);
            t.column("credential_id", uuid())
                    .notNull()
                    .references("anthropic_credentials", "id")
                    .onDelete(CASCADE);
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.unique("train_id", "credential_id");
            t.index("idx_train_accounts_train", "train_id");
            t.index("idx_train_accounts_credential", "credential_id");
        });
        schema.createTable("train_api_keys", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("train_id", uuid()).notNull().references("trains", "id").onDelete(CASCADE);
            // MySQL holds no text of any length unique.
            t.column("api_key", text().on(MYSQL, "VARCHAR(512)")).notNull().unique();
            t.column("key_prefix", string(20)).notNull();
            t.column("key_suffix", string(10)).notNull();
            t.column("name", string(255));
            t.column("created_by", string(255));
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("last_used_at", timestampWithZone());
            t.column("revoked_at", timestampWithZone());
            t.column("revoked_by", string(255));
            t.index("idx_train_api_keys_train", "train_id");
        });
        schema.createIndex("idx_train_api_keys_key", "train_api_keys", "api_key")
                .where("revoked_at IS NULL");
    }
}
