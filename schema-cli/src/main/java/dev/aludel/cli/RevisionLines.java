package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as lines of text, in the form that Alembic's users know. */
final class RevisionLines {

    private final RevisionGraph graph;

    private RevisionLines(RevisionGraph graph) {
        this.graph = graph;
    }

    static RevisionLines of(History history) {
        return new RevisionLines(RevisionCatalog.of(history).graph());
    }

    /** {@code f6e7d8c9b0a1}, and {@code 079e06e9b448 (head)}. */
    List<String> positions(Collection<RevisionId> ids) {
        return ids.stream().map(this::position).toList();
    }

    /** The heads as positions. */
    List<String> heads() {
        return positions(graph.heads());
    }

    /** {@code b1c2d3e4f5g6 -> f6e7d8c9b0a1, message}, newest first. */
    List<String> all() {
        List<String> lines = new ArrayList<>();
        graph.topologicalOrder().forEach(id -> lines.add(line(graph.header(id))));
        Collections.reverse(lines);
        return lines;
    }

    private String line(Header header) {
        String revised = header.revises().isEmpty()
                ? "<base>"
                : header.revises().stream().map(RevisionId::value).collect(Collectors.joining(", "));
        String message = header.message().isEmpty() ? "" : ", " + header.message();
        return "%s -> %s%s".formatted(revised, position(header.id()), message);
    }

    private String position(RevisionId id) {
        return graph.heads().contains(id) ? id + " (head)" : id.value();
    }
}
