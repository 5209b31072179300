package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.Dependency;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Revisions as lines of text, in the form that Alembic's users know. */
final class RevisionLines {

    private final RevisionGraph graph;
    private final Colors colors;
    private final Set<RevisionId> current;

    private RevisionLines(RevisionGraph graph, Colors colors, Set<RevisionId> current) {
        this.graph = graph;
        this.colors = colors;
        this.current = current;
    }

    static RevisionLines of(History history) {
        return of(RevisionCatalog.of(history).graph(), Colors.none());
    }

    static RevisionLines of(RevisionGraph graph, Colors colors) {
        return new RevisionLines(graph, colors, Set.of());
    }

    /** These lines, with {@code (current)} at those revisions. */
    RevisionLines marking(Set<RevisionId> ids) {
        return new RevisionLines(graph, colors, Set.copyOf(ids));
    }

    /** {@code f6e7d8c9b0a1}, and {@code 079e06e9b448 (head)}. */
    List<String> positions(Collection<RevisionId> ids) {
        return ids.stream()
                .map(id -> colors.id(id) + marked(graph.heads().contains(id), "head"))
                .toList();
    }

    /** {@code b1c2d3e4f5g6 -> f6e7d8c9b0a1 (head), message}. */
    String withParents(Header header) {
        String revised = header.revises().isEmpty() ? "<base>" : joined(header.revises());
        String message = header.message().isEmpty() ? "" : ", " + header.message();
        return "%s -> %s%s".formatted(revised, name(header.id()), message);
    }

    /** {@code f6e7d8c9b0a1 (head) message}: what it revises is drawn beside it. */
    String withoutParents(Header header) {
        return "%s %s".formatted(name(header.id()), header.message()).stripTrailing();
    }

    /** {@code f6e7d8c9b0a1 (billing) (head) (branchpoint) (mergepoint) (current)}. */
    String name(RevisionId id) {
        Header header = graph.header(id);
        return colors.id(id)
                + marked(!header.labels().isEmpty(), String.join(", ", header.labels()))
                + marked(graph.heads().contains(id), "head")
                + marked(graph.children(id).size() > 1, "branchpoint")
                + marked(header.revises().size() > 1, "mergepoint")
                + marked(current.contains(id), "current");
    }

    /** The name, and below it, indented, all that the revision says of itself. */
    List<String> block(Header header) {
        List<String> lines = new ArrayList<>(List.of(name(header.id())));
        add(lines, "message", List.of(header.message()), text -> text);
        add(lines, "revises", header.revises(), RevisionId::value);
        add(lines, "depends on", header.dependsOn(), Dependency::name);
        add(lines, "labels", header.labels(), label -> label);
        add(lines, "children", graph.children(header.id()), RevisionId::value);
        add(lines, "class", List.of(graph.revision(header.id()).declaredBy()), name -> name);
        return lines;
    }

    /** The blocks of several revisions, of which the history may lack some. */
    List<String> blocks(Collection<RevisionId> ids) {
        return ids.stream()
                .flatMap(id -> graph.contains(id)
                        ? block(graph.header(id)).stream()
                        : Stream.of("%s (not in this history)".formatted(id)))
                .toList();
    }

    private String marked(boolean holds, String mark) {
        return holds ? " " + colors.mark("(" + mark + ")") : "";
    }

    private static <T> void add(List<String> lines, String key, List<T> values, Function<T, String> text) {
        String joined = values.stream().map(text).collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            lines.add("  %-12s%s".formatted(key + ":", joined));
        }
    }

    private static String joined(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
