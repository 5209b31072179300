package dev.aludel.source;

import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What a new revision is to say of itself. Built by {@link #of(String)} and the methods that return a changed copy:
 *
 * <pre>{@code RevisionDraft.of("add tasks").onto("billing@head").labels("tasks")}</pre>
 *
 * @param message one line for people; the class is named after it
 * @param onto targets that stand for the parents: {@code head}, an id or the beginning of one, a label, {@code base} for a
 *     new root; empty for the only head, or for a merge all heads
 * @param splice whether a parent may be no head, so that a branch begins there
 * @param id the id; empty for twelve random hexadecimal digits
 * @param labels the branch labels that it declares
 * @param dependsOn ids, or beginnings of them, or labels, of what else must be applied before
 */
public record RevisionDraft(
        String message,
        List<String> onto,
        boolean splice,
        Optional<RevisionId> id,
        List<String> labels,
        List<String> dependsOn) {

    public RevisionDraft {
        message = message.replaceAll("\\s+", " ").strip();
        onto = List.copyOf(onto);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A revision with this message. */
    public static RevisionDraft of(String message) {
        return new RevisionDraft(message, List.of(), false, Optional.empty(), List.of(), List.of());
    }

    /** This draft with these parents in place of those before. */
    public RevisionDraft onto(String... targets) {
        return new RevisionDraft(message, List.of(targets), splice, id, labels, dependsOn);
    }

    /** This draft, whose parents may be no heads. */
    public RevisionDraft spliced() {
        return new RevisionDraft(message, onto, true, id, labels, dependsOn);
    }

    /** This draft with an id of one's own choice. */
    public RevisionDraft id(RevisionId chosen) {
        return new RevisionDraft(message, onto, splice, Optional.of(chosen), labels, dependsOn);
    }

    /** This draft with these branch labels in place of those before. */
    public RevisionDraft labels(String... branchLabels) {
        return new RevisionDraft(message, onto, splice, id, List.of(branchLabels), dependsOn);
    }

    /** This draft with these dependencies in place of those before. */
    public RevisionDraft dependsOn(String... idsOrLabels) {
        return new RevisionDraft(message, onto, splice, id, labels, List.of(idsOrLabels));
    }
}
