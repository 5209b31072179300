package dev.aludel.examples.accounts;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.currentTimestamp;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Creates the users and the tokens that keep them signed in. */
public final class CreateUsers implements Revision {

    public static final RevisionId ID = RevisionId.of("001");

    @Override
    public Header header() {
        return Header.of(ID).message("create users and refresh tokens");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createTable("users", t -> {
            t.column("id", integer()).serial().primaryKey();
            t.column("username", string(50)).notNull().unique();
            t.column("email", string(100)).notNull().unique();
            t.column("hashed_password", string(255)).notNull();
            t.column("full_name", string(100));
            t.column("is_active", bool());
            t.column("is_admin", bool());
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("updated_at", timestampWithZone());
            t.index("ix_users_id", "id");
            t.index("ix_users_username", "username");
            t.index("ix_users_email", "email");
        });
        schema.createTable("refresh_tokens", t -> {
            t.column("id", integer()).serial().primaryKey();
            t.column("user_id", integer()).notNull().references("users", "id").onDelete(CASCADE);
            t.column("token", string(255)).notNull().unique();
            t.column("expires_at", timestampWithZone()).notNull();
            t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
            t.column("revoked", bool());
            t.index("ix_refresh_tokens_id", "id");
            t.index("ix_refresh_tokens_token", "token");
        });
    }
}
