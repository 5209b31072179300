package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a history declares, indexed; sound or not. Nothing here depends on the order of the declarations. */
final class Declarations {

    private final SortedMap<RevisionId, List<DeclaredRevision>> byId = new TreeMap<>();
    private final SortedMap<String, List<DeclaredRevision>> byLabel = new TreeMap<>();
    private final Map<String, RevisionId> idsByName = new HashMap<>();
    private final Relation lines;
    private final Relation requirements;

    Declarations(Collection<DeclaredRevision> revisions) {
        List<DeclaredRevision> sorted = new ArrayList<>(revisions);
        sorted.sort(Comparator.comparing(DeclaredRevision::id)
                .thenComparing(DeclaredRevision::declaredBy)
                .thenComparing(revision -> revision.header().toString()));
        for (DeclaredRevision revision : sorted) {
            byId.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision);
            idsByName.put(revision.id().value(), revision.id());
            for (String label : revision.header().labels()) {
                byLabel.computeIfAbsent(label, name -> new ArrayList<>()).add(revision);
            }
        }
        this.lines = Relation.of(related(this::parents));
        this.requirements = Relation.of(related(this::required));
    }

    /** Smallest id first. */
    List<RevisionId> ids() {
        return List.copyOf(byId.keySet());
    }

    /** By id, and by the name of the class where an id is declared twice. */
    List<DeclaredRevision> all() {
        return byId.values().stream().flatMap(List::stream).toList();
    }

    SortedMap<RevisionId, List<DeclaredRevision>> byId() {
        return byId;
    }

    SortedMap<String, List<DeclaredRevision>> byLabel() {
        return byLabel;
    }

    boolean contains(RevisionId id) {
        return byId.containsKey(id);
    }

    /** The declaration whose id is this text. */
    Optional<DeclaredRevision> named(String name) {
        return Optional.ofNullable(idsByName.get(name)).map(this::first);
    }

    /** The declaration of this id; the first one if there are several. */
    DeclaredRevision first(RevisionId id) {
        return byId.getOrDefault(id, List.of()).get(0);
    }

    /** Every label with the revision that declares it. */
    Map<String, RevisionId> labels() {
        SortedMap<String, RevisionId> labels = new TreeMap<>();
        byLabel.forEach((label, owners) -> labels.put(label, owners.get(0).id()));
        return labels;
    }

    /** The revision that a dependency means, if there is one. */
    Optional<RevisionId> resolve(Dependency dependency) {
        if (dependency instanceof Dependency.OnRevision onRevision) {
            return Optional.of(onRevision.id()).filter(this::contains);
        }
        return Optional.ofNullable(byLabel.get(dependency.name()))
                .map(owners -> owners.get(0).id());
    }

    /** Who revises whom, as far as the parents exist. */
    Relation lines() {
        return lines;
    }

    /** Who revises or depends on whom, as far as those exist. */
    Relation requirements() {
        return requirements;
    }

    private SortedMap<RevisionId, List<RevisionId>> related(Function<Header, List<RevisionId>> relatives) {
        SortedMap<RevisionId, List<RevisionId>> related = new TreeMap<>();
        byId.forEach((id, revisions) -> {
            List<RevisionId> all = new ArrayList<>();
            for (DeclaredRevision revision : revisions) {
                all.addAll(relatives.apply(revision.header()));
            }
            related.put(id, all);
        });
        return related;
    }

    private List<RevisionId> parents(Header header) {
        List<RevisionId> parents = new ArrayList<>(header.revises());
        parents.removeIf(parent -> !contains(parent));
        return parents;
    }

    private List<RevisionId> required(Header header) {
        List<RevisionId> required = new ArrayList<>(parents(header));
        header.dependsOn().forEach(dependency -> resolve(dependency).ifPresent(required::add));
        return required;
    }
}
