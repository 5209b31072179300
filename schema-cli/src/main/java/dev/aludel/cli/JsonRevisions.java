package dev.aludel.cli;

import dev.aludel.revision.Dependency;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Revisions as JSON: the shapes {@code position} and {@code revision} of {@code docs/json/revisions.schema.json}. */
final class JsonRevisions {

    private final RevisionGraph graph;

    JsonRevisions(RevisionGraph graph) {
        this.graph = graph;
    }

    /** Where a database stands, which may be at revisions that the history lacks. */
    Stream<JsonFields> positions(Collection<RevisionId> ids) {
        return ids.stream().map(this::position);
    }

    /** All that the history says of revisions, which it has. */
    Stream<JsonFields> revisions(Collection<RevisionId> ids) {
        return ids.stream().map(this::revision);
    }

    private JsonFields position(RevisionId id) {
        Optional<Header> header = Optional.of(id).filter(graph::contains).map(graph::header);
        return JsonFields.create()
                .text("id", id)
                .flag("known", header.isPresent())
                .text("message", header.map(Header::message))
                .flag("head", graph.heads().contains(id));
    }

    JsonFields revision(RevisionId id) {
        Header header = graph.header(id);
        return JsonFields.create()
                .text("id", id)
                .text("message", header.message())
                .texts("revises", header.revises())
                .texts(
                        "dependsOn",
                        header.dependsOn().stream().map(Dependency::name).toList())
                .texts("labels", header.labels())
                .texts("children", graph.children(id))
                .flag("head", graph.heads().contains(id))
                .text("declaredBy", graph.revision(id).declaredBy());
    }
}
