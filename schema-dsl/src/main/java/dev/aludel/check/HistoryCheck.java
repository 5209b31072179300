package dev.aludel.check;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.revision.RevisionGraphException;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a history: one head, every revision sound, not empty, reversible or declared irreversible, and each of them to be
 * rendered offline for every dialect, both ways. MariaDB is judged besides MySQL where a branch of the history names it.
 *
 * <pre>{@code assertThat(HistoryCheck.of(new GatewayHistory()).findings()).isEmpty();}</pre>
 *
 * <p>Immutable. No database is asked.
 */
public final class HistoryCheck {

    private final History history;
    private final List<Dialect> dialects;
    private final int allowedHeads;
    private final boolean allowsJava;

    private HistoryCheck(History history, List<Dialect> dialects, int allowedHeads, boolean allowsJava) {
        this.history = history;
        this.dialects = List.copyOf(dialects);
        this.allowedHeads = allowedHeads;
        this.allowsJava = allowsJava;
    }

    /** Checks a history for all dialects on the class path. */
    public static HistoryCheck of(History history) {
        return new HistoryCheck(history, Dialects.all(), 1, false);
    }

    /** For these dialects, in place of those on the class path. */
    public HistoryCheck dialects(List<Dialect> chosen) {
        return new HistoryCheck(history, chosen, allowedHeads, allowsJava);
    }

    /** Lets the history have up to this many heads, in place of one. */
    public HistoryCheck allowHeads(int heads) {
        return new HistoryCheck(history, dialects, heads, allowsJava);
    }

    /** Lets revisions run Java, which no script can hold. */
    public HistoryCheck allowJava() {
        return new HistoryCheck(history, dialects, allowedHeads, true);
    }

    /** All that is found: of the history first, then of each revision, base first. */
    public List<Finding> findings() {
        RevisionCatalog catalog;
        try {
            catalog = RevisionCatalog.of(history);
        } catch (RevisionGraphException contradictions) {
            return List.of(Finding.of(Finding.Kind.GRAPH, String.valueOf(contradictions.getMessage())));
        }
        List<Finding> findings = new ArrayList<>(heads(catalog.graph().heads()));
        List<JudgedServer> servers = dialects.stream()
                .flatMap(dialect -> JudgedServer.of(dialect, catalog).stream())
                .toList();
        Map<DialectId, RevisionCheck> checks = checks(catalog, servers);
        findings.addAll(merged(checks));
        findings.addAll(new OfflineCheck(history, catalog, allowsJava).findings(servers, checks));
        return List.copyOf(findings);
    }

    private static Map<DialectId, RevisionCheck> checks(RevisionCatalog catalog, List<JudgedServer> servers) {
        List<DialectId> judged = servers.isEmpty()
                ? List.of(DialectId.of("any"))
                : servers.stream().map(JudgedServer::id).toList();
        Map<DialectId, RevisionCheck> checks = new LinkedHashMap<>();
        judged.forEach(dialect -> checks.put(dialect, RevisionCheck.of(catalog, dialect)));
        return checks;
    }

    /** What is found for every dialect is said once. */
    private static List<Finding> merged(Map<DialectId, RevisionCheck> checks) {
        Set<Finding> merged = new LinkedHashSet<>();
        checks.forEach((dialect, check) -> check.findings().forEach(finding -> {
            boolean everywhere =
                    checks.values().stream().allMatch(other -> other.findings().contains(finding));
            merged.add(everywhere ? finding : finding.on(dialect));
        }));
        return List.copyOf(merged);
    }

    private List<Finding> heads(List<RevisionId> heads) {
        if (heads.isEmpty()) {
            return List.of(Finding.of(Finding.Kind.HEADS, "The history has no revisions."));
        }
        if (heads.size() <= allowedHeads) {
            return List.of();
        }
        String names = heads.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return List.of(Finding.of(
                Finding.Kind.HEADS,
                "The history has %d heads, %s, and %d %s allowed: join them by a merge, or let one revise the other."
                        .formatted(heads.size(), names, allowedHeads, allowedHeads == 1 ? "is" : "are")));
    }
}
