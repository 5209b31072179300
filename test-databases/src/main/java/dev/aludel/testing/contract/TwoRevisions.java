package dev.aludel.testing.contract;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.function.Consumer;

/** A history of two revisions, {@code start} and {@code change}. */
final class TwoRevisions implements History {

    private static final RevisionId START = RevisionId.of("start");
    private static final RevisionId CHANGE = RevisionId.of("change");

    private final ContractCase contractCase;

    TwoRevisions(ContractCase contractCase) {
        this.contractCase = contractCase;
    }

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                new Recorded(Header.of(START).message("the schema before"), contractCase.before()),
                new Recorded(Header.of(CHANGE).revises(START).message(contractCase.name()), contractCase.change()));
    }

    /** A revision of a lambda. */
    private record Recorded(Header header, Consumer<Schema> author) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
