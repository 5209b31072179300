package dev.aludel.revision;

import dev.aludel.revision.GraphFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds every fault of a history's declarations. */
final class GraphValidation {

    private final Declarations declarations;
    private final List<GraphFault> faults = new ArrayList<>();

    private GraphValidation(Declarations declarations) {
        this.declarations = declarations;
    }

    /** @throws RevisionGraphException when there is a fault */
    static void require(Declarations declarations) {
        List<GraphFault> faults = new GraphValidation(declarations).faults();
        if (!faults.isEmpty()) {
            throw new RevisionGraphException(faults);
        }
    }

    private List<GraphFault> faults() {
        findDuplicateIds();
        declarations.byLabel().forEach(this::checkLabel);
        declarations.all().forEach(this::checkParents);
        declarations.all().forEach(this::checkDependencies);
        faults.addAll(new CycleSearch(declarations).faults());
        faults.sort(Comparator.comparing(GraphFault::kind));
        return faults;
    }

    private void findDuplicateIds() {
        declarations.byId().forEach((id, revisions) -> {
            if (revisions.size() > 1) {
                add(
                        Kind.DUPLICATE_ID,
                        revisions,
                        "The id %s is declared %d times: by %s. Give each revision an id of its own."
                                .formatted(Text.quoted(id), revisions.size(), classes(revisions)));
            }
        });
    }

    private void checkLabel(String label, List<DeclaredRevision> owners) {
        String quoted = Text.quoted(label);
        Identifiers.faultOf(label)
                .ifPresent(fault -> add(
                        Kind.ILLEGAL_LABEL,
                        owners,
                        "The label %s of %s cannot be a label: it %s.".formatted(quoted, described(owners), fault)));
        if (owners.size() > 1) {
            add(
                    Kind.DUPLICATE_LABEL,
                    owners,
                    "The label %s is declared %d times: by %s. A label belongs to one revision."
                            .formatted(quoted, owners.size(), described(owners)));
        }
        declarations
                .named(label)
                .ifPresent(revision -> add(
                        Kind.LABEL_IS_AN_ID,
                        owners,
                        "The label %s of %s is the id of the revision that %s declares. Rename the label."
                                .formatted(quoted, described(owners), revision.declaredBy())));
    }

    private void checkParents(DeclaredRevision revision) {
        for (RevisionId parent : revision.header().revises()) {
            if (parent.equals(revision.id())) {
                add(Kind.SELF_LOOP, List.of(revision), "Revision %s revises itself.".formatted(revision.described()));
            } else if (!declarations.contains(parent)) {
                add(
                        Kind.MISSING_PARENT,
                        List.of(revision),
                        "Revision %s revises %s, which the history does not list."
                                .formatted(revision.described(), Text.quoted(parent)));
            }
        }
    }

    private void checkDependencies(DeclaredRevision revision) {
        for (Dependency dependency : revision.header().dependsOn()) {
            if (declarations.resolve(dependency).isEmpty()) {
                add(
                        Kind.MISSING_DEPENDENCY,
                        List.of(revision),
                        "Revision %s depends on the %s, which the history does not list."
                                .formatted(revision.described(), described(dependency)));
            } else if (declarations.resolve(dependency).orElseThrow().equals(revision.id())) {
                add(
                        Kind.SELF_LOOP,
                        List.of(revision),
                        "Revision %s depends on itself, through the %s."
                                .formatted(revision.described(), described(dependency)));
            }
        }
    }

    private void add(Kind kind, List<DeclaredRevision> revisions, String message) {
        faults.add(new GraphFault(kind, message, revisions));
    }

    private static String described(Dependency dependency) {
        return (dependency instanceof Dependency.OnLabel ? "label " : "revision ") + Text.quoted(dependency.name());
    }

    private static String described(List<DeclaredRevision> revisions) {
        return String.join(
                ", ", revisions.stream().map(DeclaredRevision::described).toList());
    }

    private static String classes(List<DeclaredRevision> revisions) {
        return String.join(
                ", ", revisions.stream().map(DeclaredRevision::declaredBy).toList());
    }
}
