package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.operation.Operation;
import dev.aludel.plan.DowngradeDetails;
import dev.aludel.plan.RevisionDetails;
import dev.aludel.revision.Dependency;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Revisions as JSON, in the shapes that {@code docs/json} describes. */
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

    /** The document of {@code history}; {@code current} is empty where no database was asked. */
    JsonFields history(List<Header> headers, Optional<Set<RevisionId>> current) {
        JsonFields document = JsonFields.create()
                .objects("revisions", revisions(headers.stream().map(Header::id).toList()));
        return current.map(ids -> document.objects("current", positions(ids)))
                .orElseGet(() -> document.text("current", Optional.empty()));
    }

    /** The document of {@code branches}. */
    JsonFields branches() {
        return JsonFields.create()
                .objects("branchPoints", revisions(graph.branchPoints()))
                .objects("mergePoints", revisions(graph.mergePoints()))
                .objects("labels", graph.labels().entrySet().stream().map(label -> JsonFields.create()
                        .text("label", label.getKey())
                        .text("revision", label.getValue())
                        .texts("members", graph.branch(label.getKey()))));
    }

    /** The document of a run. */
    JsonFields run(JdbcUrl url, MigrationResult result, Collection<RevisionId> current) {
        return JsonFields.create()
                .text("url", url)
                .objects("revisions", result.revisions().stream().map(JsonRevisions::applied))
                .texts("notes", result.notes())
                .objects("current", positions(current));
    }

    private static JsonFields applied(AppliedRevision applied) {
        return JsonFields.create()
                .text("id", applied.header().id())
                .text("message", applied.header().message())
                .word("direction", applied.direction())
                .millis("durationMillis", applied.duration())
                .number("rowsChanged", applied.rowsChanged());
    }

    /** A revision, and what it does. */
    JsonFields details(RevisionDetails details) {
        DowngradeDetails downgrade = details.downgrade();
        return revision(details.header().id())
                .objects("upgrade", operations(details.upgrade()))
                .object(
                        "downgrade",
                        JsonFields.create()
                                .word("kind", downgrade.kind())
                                .text("reason", downgrade.reason())
                                .objects("operations", operations(downgrade.operations())));
    }

    private JsonFields position(RevisionId id) {
        Optional<Header> header = Optional.of(id).filter(graph::contains).map(graph::header);
        return JsonFields.create()
                .text("id", id)
                .flag("known", header.isPresent())
                .text("message", header.map(Header::message))
                .flag("head", graph.heads().contains(id));
    }

    private JsonFields revision(RevisionId id) {
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

    private static Stream<JsonFields> operations(List<Operation> operations) {
        return operations.stream().map(operation -> JsonFields.create()
                .text("description", operation.describe())
                .flag("losesData", operation.losesData()));
    }
}
