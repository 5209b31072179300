package dev.aludel.cli;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;

/** A history of two revisions. */
final class ShopHistory implements History {

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(new CreateItems(), new AddPrice());
    }

    static final class CreateItems implements Revision {
        static final RevisionId ID = RevisionId.of("1111aaaa");

        @Override
        public Header header() {
            return Header.of(ID).message("create items");
        }

        @Override
        public void upgrade(Schema schema) {
            schema.createTable("items", t -> t.column("id", string()).primaryKey());
        }
    }

    static final class AddPrice implements Revision {
        static final RevisionId ID = RevisionId.of("2222bbbb");

        @Override
        public Header header() {
            return Header.of(ID).revises(CreateItems.ID).message("add price");
        }

        @Override
        public void upgrade(Schema schema) {
            schema.alterTable("items", t -> t.addColumn("price", integer()));
        }
    }
}
