package dev.aludel.check;

import dev.aludel.history.Downgrade;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.plan.PlanningException;
import dev.aludel.plan.RecordedHistory;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges what revisions do on one dialect. */
final class RevisionCheck {

    private final RevisionCatalog catalog;
    private final RecordedHistory recorded;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<RevisionId> sound = new LinkedHashSet<>();
    private final Set<RevisionId> unsound = new HashSet<>();
    private final Set<RevisionId> reversible = new HashSet<>();

    private RevisionCheck(RevisionCatalog catalog, DialectId dialect) {
        this.catalog = catalog;
        this.recorded = RecordedHistory.of(catalog, dialect);
    }

    static RevisionCheck of(RevisionCatalog catalog, DialectId dialect) {
        RevisionCheck check = new RevisionCheck(catalog, dialect);
        catalog.graph().topologicalOrder().forEach(check::judge);
        return check;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The revisions before the first unsound one: behind it no schema is known. */
    Set<RevisionId> sound() {
        return sound;
    }

    /** Those that can be taken back. */
    Set<RevisionId> reversible() {
        return reversible;
    }

    private void judge(RevisionId id) {
        if (requiresUnsound(id)) {
            return;
        }
        try {
            requireSound(id);
        } catch (PlanningException failure) {
            findings.add(Finding.of(Finding.Kind.UNSOUND, id, words(failure)));
            unsound.add(id);
            return;
        }
        if (unsound.isEmpty()) {
            sound.add(id);
        }
        judgeDowngrade(id);
    }

    /** What lies above an unsound revision would only repeat its fault. */
    private boolean requiresUnsound(RevisionId id) {
        return catalog.graph().ancestors(Set.of(id)).stream().anyMatch(unsound::contains);
    }

    /** Recording it finds what makes no sense, and this is thrown. */
    private void requireSound(RevisionId id) {
        boolean isMerge = catalog.graph().header(id).revises().size() > 1;
        recorded.upgrade(id);
        if (recorded.isEmpty(id) && !isMerge) {
            findings.add(
                    Finding.of(Finding.Kind.EMPTY, id, "Revision \"%s\" does nothing, and is no merge.".formatted(id)));
        }
    }

    private void judgeDowngrade(RevisionId id) {
        if (catalog.revision(id).downgrade() instanceof Downgrade.Irreversible) {
            return;
        }
        try {
            recorded.downgrade(id);
            reversible.add(id);
        } catch (PlanningException failure) {
            findings.add(Finding.of(Finding.Kind.IRREVERSIBLE, id, words(failure)));
        }
    }

    private static String words(PlanningException failure) {
        return String.valueOf(failure.getMessage());
    }
}
