package dev.aludel.check;

import dev.aludel.error.MigrationException;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.offline.OfflineException;
import dev.aludel.offline.Script;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Renders each revision by itself, both ways, so that one which fails hides no other. */
final class OfflineCheck {

    private final History history;
    private final RevisionCatalog catalog;
    private final boolean allowsJava;

    OfflineCheck(History history, RevisionCatalog catalog, boolean allowsJava) {
        this.history = history;
        this.catalog = catalog;
        this.allowsJava = allowsJava;
    }

    /** What fails of the revisions that were judged, server by server. */
    List<Finding> findings(List<JudgedServer> servers, Map<DialectId, RevisionCheck> revisions) {
        if (servers.isEmpty()) {
            return List.of(Finding.of(
                    Finding.Kind.OFFLINE, "No dialect is on the class path, so no revision was rendered offline."));
        }
        List<Finding> findings = new ArrayList<>();
        for (JudgedServer server : servers) {
            List<Move> moves = moves(Objects.requireNonNull(revisions.get(server.id())));
            moves.forEach(move -> render(server, move).ifPresent(findings::add));
        }
        return findings;
    }

    private List<Move> moves(RevisionCheck revisions) {
        List<Move> moves = new ArrayList<>();
        for (Move up : catalog.graph().upgradeOffline("heads").moves()) {
            if (revisions.sound().contains(up.revision())) {
                moves.add(up);
                if (revisions.reversible().contains(up.revision())) {
                    moves.add(back(up));
                }
            }
        }
        return moves;
    }

    private static Move back(Move up) {
        Set<RevisionId> start = up.rowsAfter();
        Set<RevisionId> end = up.rowsBefore();
        return new Move(Direction.DOWNGRADE, up.revision(), start, end);
    }

    private Optional<Finding> render(JudgedServer server, Move move) {
        try {
            Script.of(history, server.dialect()).version(server.version()).along(new Route(List.of(move)));
            return Optional.empty();
        } catch (OfflineException java) {
            return allowsJava ? Optional.empty() : Optional.of(finding(server, move, java));
        } catch (MigrationException failure) {
            return Optional.of(finding(server, move, failure));
        }
    }

    private static Finding finding(JudgedServer server, Move move, MigrationException failure) {
        return new Finding(
                Finding.Kind.OFFLINE,
                Optional.of(move.revision()),
                Optional.of(server.id()),
                "%s, %s: %s"
                        .formatted(
                                server.displayName(),
                                move.direction().name().toLowerCase(Locale.ROOT),
                                failure.getMessage()));
    }
}
