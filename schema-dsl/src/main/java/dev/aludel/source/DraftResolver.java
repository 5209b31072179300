package dev.aludel.source;

import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a draft's targets stand for, and makes its header. */
final class DraftResolver {

    private static final Pattern FROM_CURRENT = Pattern.compile("(?:[^@]*@)?(?:current.*|[+-]\\d+)");

    private final RevisionGraph graph;

    DraftResolver(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The header of a revision with one parent, or none. */
    Header revision(RevisionDraft draft) {
        List<RevisionId> parents = parents(draft, "head");
        if (parents.size() > 1) {
            throw new RevisionWriterException(
                    "a revision has one parent, and %s are %d: merge joins them. Nothing was written"
                            .formatted(quoted(parents), parents.size()));
        }
        return header(draft, parents);
    }

    /** The header of a revision with several parents. */
    Header merge(RevisionDraft draft) {
        List<RevisionId> parents = parents(draft, "heads");
        if (parents.size() < 2) {
            throw new RevisionWriterException("a merge joins two revisions or more, and %s. Nothing was written"
                    .formatted(parents.isEmpty() ? "there is none" : "there is only " + quoted(parents)));
        }
        return header(draft, parents);
    }

    /**
     * Refuses a header that the history can't take in.
     *
     * @throws dev.aludel.revision.RevisionGraphException when its id or a label is taken, or a circle closes
     */
    void requireFits(Header header, String className) {
        List<DeclaredRevision> all = new ArrayList<>();
        graph.topologicalOrder().forEach(id -> all.add(graph.revision(id)));
        all.add(new DeclaredRevision(header, className));
        RevisionGraph.of(all);
    }

    private Header header(RevisionDraft draft, List<RevisionId> parents) {
        Header header = Header.of(draft.id().orElseGet(this::freeId))
                .message(draft.message())
                .revises(parents.toArray(RevisionId[]::new))
                .labels(draft.labels().toArray(String[]::new));
        for (String dependency : draft.dependsOn()) {
            header = graph.labels().containsKey(dependency)
                    ? header.dependsOnLabel(dependency)
                    : header.dependsOn(found(dependency).toArray(RevisionId[]::new));
        }
        return header;
    }

    private List<RevisionId> parents(RevisionDraft draft, String standard) {
        Set<RevisionId> parents = new LinkedHashSet<>();
        (draft.onto().isEmpty() ? List.of(standard) : draft.onto()).forEach(target -> parents.addAll(found(target)));
        if (!draft.splice()) {
            parents.forEach(this::requireHead);
        }
        return List.copyOf(parents);
    }

    private Set<RevisionId> found(String target) {
        if (FROM_CURRENT.matcher(target).matches()) {
            throw new RevisionWriterException(
                    "\"%s\" is counted from where a database stands, and none is asked here: name a revision. Nothing was written"
                            .formatted(target));
        }
        return graph.resolve(Set.of(), target);
    }

    private void requireHead(RevisionId parent) {
        List<RevisionId> children = graph.children(parent);
        if (!children.isEmpty()) {
            throw new RevisionWriterException(
                    "revision \"%s\" is no head: %s %s it. To begin a branch there, ask for a splice. Nothing was written"
                            .formatted(parent, quoted(children), children.size() == 1 ? "revises" : "revise"));
        }
    }

    /** Twelve random hexadecimal digits. */
    private RevisionId freeId() {
        RevisionId id;
        do {
            String random = UUID.randomUUID().toString();
            id = RevisionId.of(random.substring(random.length() - 12));
        } while (graph.contains(id));
        return id;
    }

    private static String quoted(List<RevisionId> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    }
}
