package dev.aludel;

import dev.aludel.error.MigrationException;
import dev.aludel.history.Histories;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.UnknownRevisionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The version table holds the rows of another history on the class path. */
public final class ForeignVersionRowsException extends MigrationException {

    private ForeignVersionRowsException(String message, UnknownRevisionException unknown) {
        super(message, unknown);
    }

    /** The failure that says whose rows these are; {@code unknown} itself where no history on the class path has them. */
    static MigrationException explaining(UnknownRevisionException unknown, VersionTable table) {
        try {
            Optional<History> owner = Histories.all().stream()
                    .filter(history -> hasAll(history, unknown.ids()))
                    .findFirst();
            return owner.isPresent() ? of(owner.get(), unknown, table) : unknown;
        } catch (MigrationException broken) {
            unknown.addSuppressed(broken);
            return unknown;
        }
    }

    private static ForeignVersionRowsException of(History owner, UnknownRevisionException unknown, VersionTable table) {
        String rows = unknown.ids().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return new ForeignVersionRowsException(
                "The version table \"%s\" belongs to the history \"%s\", whose revisions it holds: %s. Histories that share a database need a version table each: name another for this one, with --version-table or versionTable(…). Nothing was changed."
                        .formatted(table, owner.name(), rows),
                unknown);
    }

    private static boolean hasAll(History history, List<RevisionId> ids) {
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        return ids.stream().allMatch(graph::contains);
    }
}
