package dev.aludel.revision;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a revision says of itself and of its place in the graph. Built by {@link #of(RevisionId)} and the methods that
 * return a changed copy:
 *
 * <pre>{@code Header.of(ID).message("add tasks").revises(ConvertTimestamps.ID)}</pre>
 *
 * @param message one line for people, perhaps empty
 * @param revises the parents in the order of their declaration: none for a base, several for a merge
 * @param dependsOn what else must be applied before, in the order of its declaration
 * @param labels the branch labels that the revision declares, in the order of their declaration
 */
public record Header(
        RevisionId id, String message, List<RevisionId> revises, List<Dependency> dependsOn, List<String> labels) {

    public Header {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A base revision without a message. */
    public static Header of(RevisionId id) {
        return new Header(id, "", List.of(), List.of(), List.of());
    }

    /** This header with another message. */
    public Header message(String newMessage) {
        return new Header(id, newMessage, revises, dependsOn, labels);
    }

    /** This header with these parents in place of those before; several make it a merge. */
    public Header revises(RevisionId... parents) {
        return new Header(id, message, List.of(parents), dependsOn, labels);
    }

    /** This header, depending on these revisions too. */
    public Header dependsOn(RevisionId... revisions) {
        return withDependencies(Stream.of(revisions).map(Dependency.OnRevision::new));
    }

    /** This header, depending on the revisions that declare these labels too. */
    public Header dependsOnLabel(String... branchLabels) {
        return withDependencies(Stream.of(branchLabels).map(Dependency.OnLabel::new));
    }

    /** This header with these branch labels in place of those before. */
    public Header labels(String... branchLabels) {
        return new Header(id, message, revises, dependsOn, List.of(branchLabels));
    }

    private Header withDependencies(Stream<? extends Dependency> more) {
        return new Header(
                id, message, revises, Stream.concat(dependsOn.stream(), more).toList(), labels);
    }
}
