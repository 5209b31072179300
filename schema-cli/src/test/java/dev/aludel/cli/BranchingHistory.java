package dev.aludel.cli;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.function.Consumer;

/** A history that branches twice and merges once; its heads are {@code 5555-} and {@code 6666-}. */
final class BranchingHistory implements History {

    static final RevisionId ROOT = RevisionId.of("1111root");
    static final RevisionId BILLING = RevisionId.of("2222bill");
    static final RevisionId SHOPPING = RevisionId.of("3333shop");
    static final RevisionId MERGE = RevisionId.of("4444merge");
    static final RevisionId LAST = RevisionId.of("5555last");
    static final RevisionId SIDE = RevisionId.of("6666side");

    @Override
    public String name() {
        return "branching";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                new Written(
                        Header.of(ROOT).message("create customers"),
                        schema -> schema.createTable(
                                "customers", t -> t.column("id", string()).primaryKey()),
                        Downgrade.derived()),
                new Written(
                        Header.of(BILLING).revises(ROOT).labels("billing").message("create invoices"),
                        schema -> schema.createTable(
                                "invoices", t -> t.column("id", string()).primaryKey()),
                        Downgrade.derived()),
                new Written(
                        Header.of(SHOPPING)
                                .revises(ROOT)
                                .labels("shopping")
                                .message("add names, made up where missing"),
                        schema -> {
                            schema.alterTable("customers", t -> t.addColumn("name", string()));
                            schema.update("customers").set("name", "nobody");
                        },
                        Downgrade.by(schema -> schema.alterTable("customers", t -> t.dropColumn("name")))),
                new Written(
                        Header.of(MERGE).revises(BILLING, SHOPPING).message("merge"),
                        schema -> {},
                        Downgrade.derived()),
                new Written(
                        Header.of(LAST).revises(MERGE).message("forget invoices"),
                        schema -> schema.dropTable("invoices"),
                        Downgrade.irreversible("the invoices are gone")),
                new Written(
                        Header.of(SIDE)
                                .revises(SHOPPING)
                                .dependsOnLabel("billing")
                                .message("add prices"),
                        schema -> schema.alterTable("invoices", t -> t.addColumn("price", integer())),
                        Downgrade.derived()));
    }

    private record Written(Header header, Consumer<Schema> author, Downgrade downgrade) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
