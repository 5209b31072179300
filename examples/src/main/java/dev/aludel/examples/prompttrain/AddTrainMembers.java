package dev.aludel.examples.prompttrain;

import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.currentTimestamp;
import static dev.aludel.model.Value.generatedUuid;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Gives each train members, and each train that is there already an owner to be named. */
public final class AddTrainMembers implements Revision {

    public static final RevisionId ID = RevisionId.of("014");

    @Override
    public Header header() {
        return Header.of(ID).revises(ManageCredentialsAndTrains.ID).message("add members to trains");
    }

    @Override
    public void upgrade(Schema schema) {
        schema.createTable("train_members", t -> {
            t.column("id", uuid()).defaultTo(generatedUuid()).primaryKey();
            t.column("train_id", uuid()).notNull().references("trains", "id").onDelete(CASCADE);
            t.column("user_email", string(255)).notNull();
            t.column("role", string(20)).notNull();
            t.column("added_at", timestampWithZone()).notNull().defaultTo(currentTimestamp());
            t.column("added_by", string(255)).notNull();
            t.unique("train_id", "user_email");
            t.check("train_members_role_check", "role IN ('owner', 'member')");
            t.index("idx_train_members_train_id", "train_id");
            t.index("idx_train_members_user_email", "user_email");
            t.index("idx_train_members_role", "train_id", "role");
        });
        schema.insertInto("train_members", "train_id", "user_email", "role", "added_by")
                .select("SELECT id, 'todo@localhost', 'owner', 'system' FROM trains WHERE NOT EXISTS ("
                        + "SELECT 1 FROM train_members WHERE train_members.train_id = trains.id)")
                .reversedByNothing();
        schema.expect("every train has an owner")
                .query("SELECT COUNT(*) FROM trains WHERE NOT EXISTS ("
                        + "SELECT 1 FROM train_members WHERE train_members.train_id = trains.id AND role = 'owner')")
                .returns(0);
    }
}
