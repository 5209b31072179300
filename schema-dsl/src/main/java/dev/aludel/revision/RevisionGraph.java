package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How the revisions of a history hang together, and the ways through them. Immutable, sound once it exists, and the same
 * for every order in which the revisions are listed.
 *
 * <p>Two kinds of edges: a revision <em>revises</em> its parents, which makes the lines and branches; and it may
 * <em>depend on</em> revisions elsewhere. Both must be applied before it. A <em>head</em> is a revision that no other
 * revises, a <em>base</em> one that revises none. {@code docs/revision-graph.md} has the grammar of targets.
 *
 * <p>Methods that take the rows of a version table accept any set: empty for a database at base, and even rows that
 * include each other, which other tools leave behind.
 */
public final class RevisionGraph {

    private final Map<RevisionId, DeclaredRevision> revisions;
    private final Topology topology;
    private final NameLookup names;
    private final Router router;
    private final RangeResolver ranges;

    private RevisionGraph(Declarations declarations) {
        this.revisions = new LinkedHashMap<>();
        declarations.all().forEach(revision -> revisions.put(revision.id(), revision));
        this.topology = new Topology(declarations);
        this.names = new NameLookup(topology);
        this.router = new Router(topology, names);
        this.ranges = new RangeResolver(topology, names);
    }

    /**
     * The graph of these revisions, which may be none.
     *
     * @throws RevisionGraphException when they contradict each other; it lists every fault
     */
    public static RevisionGraph of(Collection<DeclaredRevision> revisions) {
        Declarations declarations = new Declarations(revisions);
        GraphValidation.require(declarations);
        return new RevisionGraph(declarations);
    }

    /** The revisions that no other revises, smallest id first. Another may still depend on them. */
    public List<RevisionId> heads() {
        return topology.heads();
    }

    /** The revisions that revise none, smallest id first. */
    public List<RevisionId> bases() {
        return topology.bases();
    }

    /** The revisions that several others revise, smallest id first. */
    public List<RevisionId> branchPoints() {
        return topology.ids().stream()
                .filter(id -> topology.lines().children(id).size() > 1)
                .toList();
    }

    /** The revisions that revise several others, smallest id first. */
    public List<RevisionId> mergePoints() {
        return topology.ids().stream()
                .filter(id -> topology.lines().parents(id).size() > 1)
                .toList();
    }

    /** Whether a revision has this id. */
    public boolean contains(RevisionId id) {
        return topology.contains(id);
    }

    /**
     * The revision of this id, with the class that declares it.
     *
     * @throws UnknownRevisionException when there is none
     */
    public DeclaredRevision revision(RevisionId id) {
        DeclaredRevision revision = revisions.get(id);
        if (revision == null) {
            throw UnknownRevisionException.ids(List.of(id));
        }
        return revision;
    }

    /**
     * The header of this id.
     *
     * @throws UnknownRevisionException when there is none
     */
    public Header header(RevisionId id) {
        return revision(id).header();
    }

    /**
     * The revisions that revise this one, smallest id first.
     *
     * @throws UnknownRevisionException when there is no such revision
     */
    public List<RevisionId> children(RevisionId id) {
        requireKnown(List.of(id));
        return List.copyOf(topology.lines().children(id));
    }

    /**
     * All that must be applied for these to be: themselves, and what they revise or depend on, however indirectly; in
     * the order of {@link #topologicalOrder()}. Of version rows, this is what is applied.
     *
     * @throws UnknownRevisionException when the graph lacks one of them
     */
    public Set<RevisionId> ancestors(Set<RevisionId> ids) {
        requireKnown(ids);
        return inOrder(topology.requirements().ancestors(ids));
    }

    /**
     * These revisions, and all that revises or depends on them, however indirectly; in the order of
     * {@link #topologicalOrder()}.
     *
     * @throws UnknownRevisionException when the graph lacks one of them
     */
    public Set<RevisionId> descendants(Set<RevisionId> ids) {
        requireKnown(ids);
        return inOrder(topology.requirements().descendants(ids));
    }

    /**
     * Those of the given revisions that none of the others requires, smallest id first: the rows of a database in which
     * they and all that they require are applied.
     *
     * @throws UnknownRevisionException when the graph lacks one of them
     */
    public Set<RevisionId> maximal(Set<RevisionId> ids) {
        requireKnown(ids);
        return topology.maximal(ids);
    }

    /**
     * Every revision, base first, in the order in which an upgrade of an empty database applies them. A line is followed
     * to its end before another is begun, and where several revisions could come next, the smallest id does.
     */
    public List<RevisionId> topologicalOrder() {
        return topology.order();
    }

    /**
     * What is not applied where these are the rows, in the order of {@link #topologicalOrder()}. Empty when the database
     * is at every head.
     *
     * @throws UnknownRevisionException when a row is unknown
     */
    public List<RevisionId> pending(Set<RevisionId> rows) {
        requireRows(rows);
        Set<RevisionId> applied = topology.requirements().ancestors(rows);
        return topology.order().stream().filter(id -> !applied.contains(id)).toList();
    }

    /** Every branch label with the revision that declares it, sorted by the label. */
    public SortedMap<String, RevisionId> labels() {
        return topology.labels();
    }

    /**
     * The members of a branch, base first: the revision that declares the label, what it revises and what revises it,
     * however indirectly. So a trunk belongs to every branch that grows from it.
     *
     * @param name a label, an id, or a prefix of one
     * @throws TargetException when nothing is called so
     */
    public Set<RevisionId> branch(String name) {
        return inOrder(topology.lines().lineage(names.find(name, name)));
    }

    /**
     * What a target stands for, smallest id first; empty for base. Steps without a name are counted from {@code rows},
     * and {@code current} stands for them.
     *
     * @throws dev.aludel.error.MigrationException when it stands for nothing, or for more than its form allows
     */
    public Set<RevisionId> resolve(Set<RevisionId> rows, String target) {
        requireRows(rows);
        return RowSet.copyOf(new TargetResolver(topology, names, rows).resolve(Target.parse(target)));
    }

    /**
     * The way up to a target: everything that it requires and the rows do not. Empty, with a note, when the database is
     * past it.
     *
     * @throws dev.aludel.error.MigrationException when a row is unknown, or the target makes no sense
     */
    public Route upgrade(Set<RevisionId> rows, String target) {
        requireRows(rows);
        return router.upgrade(rows, online(target));
    }

    /**
     * The way down to a target, which stays: everything applied above it goes, with all that depends on that.
     *
     * @throws dev.aludel.error.MigrationException when a row is unknown, or the target makes no sense or is not applied
     */
    public Route downgrade(Set<RevisionId> rows, String target) {
        requireRows(rows);
        return router.downgrade(rows, online(target));
    }

    /**
     * The one move that applies {@code revision} where the rows allow it, or takes it back: what an interrupted run was at.
     *
     * @param direction up or down
     * @throws dev.aludel.error.MigrationException when a row or the revision is unknown
     */
    public Route only(Direction direction, RevisionId revision, Set<RevisionId> rows) {
        requireRows(rows);
        revision(revision);
        Traversal traversal = new Traversal(topology, rows);
        return new Route(
                direction == Direction.UPGRADE
                        ? traversal.upgrade(List.of(revision))
                        : traversal.downgrade(List.of(revision)));
    }

    /**
     * The way to rows that say what the targets say, without applying anything. Each target replaces the rows that lie
     * below or above it. A target that another one includes gets no row.
     *
     * @param targets without steps; {@code base} removes all rows, {@code label@base} those of the branch
     * @param purge whether to forget all rows first, even unknown ones
     * @throws dev.aludel.error.MigrationException when a row is unknown and not purged, or a target makes no sense
     */
    public Route stamp(Set<RevisionId> rows, List<String> targets, boolean purge) {
        if (!purge) {
            requireRows(rows);
        }
        return Stamping.route(
                topology,
                names,
                rows,
                targets.stream().map(RevisionGraph::online).toList(),
                purge);
    }

    /**
     * The way up along a range, without a database.
     *
     * @param range {@code FROM:TO}, or a target alone, which is reached from base
     * @throws dev.aludel.error.MigrationException when the range makes no sense
     */
    public Route upgradeOffline(String range) {
        Range parsed = Range.parse(range);
        return router.upgrade(ranges.offlineStart(parsed), ranges.offlineEnd(parsed));
    }

    /**
     * The way down along a range, without a database.
     *
     * @param range {@code FROM:TO}; FROM lies above TO
     * @throws dev.aludel.error.MigrationException when the range makes no sense
     */
    public Route downgradeOffline(String range) {
        Range parsed = Range.parse(range);
        if (parsed.from().isEmpty()) {
            throw new TargetException(
                    range,
                    Reason.NOT_ALLOWED_HERE,
                    "%s does not say where the downgrade starts. A script needs both ends, as in \"head:base\"."
                            .formatted(Text.quoted(range)));
        }
        return router.downgrade(ranges.offlineStart(parsed), ranges.offlineEnd(parsed));
    }

    /**
     * The way of a stamp along a range, without a database.
     *
     * @param range {@code FROM:TO}, or a target alone, which is stamped on an empty version table
     * @param more further targets of the same stamp
     * @throws dev.aludel.error.MigrationException when the range or a target makes no sense
     */
    public Route stampOffline(String range, String... more) {
        Range first = Range.parse(range);
        List<Target> targets = new ArrayList<>(List.of(ranges.offlineEnd(first)));
        for (String target : more) {
            targets.add(ranges.offlineEnd(withoutStart(target)));
        }
        return Stamping.route(topology, names, ranges.offlineStart(first), targets, false);
    }

    /**
     * The headers of a range, newest first: TO and all that it requires, without what lies below FROM. FROM itself is
     * among them.
     *
     * @param range {@code FROM:TO}, either of which may be missing: base and all heads stand in; a target alone is TO
     * @param rows what {@code current} stands for
     * @throws dev.aludel.error.MigrationException when a row is unknown, or the range makes no sense
     */
    public List<Header> history(String range, Set<RevisionId> rows) {
        requireRows(rows);
        List<RevisionId> between = topology.inOrder(ranges.between(Range.parse(range), rows));
        Collections.reverse(between);
        return between.stream().map(this::header).toList();
    }

    /**
     * Whether what a target or a range stands for depends on where a database stands: it names {@code current}, or is a
     * target that only counts steps.
     *
     * @throws TargetException when it is neither
     */
    public static boolean dependsOnCurrent(String text) {
        Range range = Range.parse(text);
        boolean countsSteps = !Range.isRange(text)
                && range.to().filter(Target::startsAtCurrent).isPresent();
        return countsSteps
                || Stream.of(range.from(), range.to())
                        .flatMap(Optional::stream)
                        .anyMatch(side -> side.isNamed("current"));
    }

    private static Target online(String text) {
        if (Range.isRange(text)) {
            throw new TargetException(
                    text,
                    Reason.NOT_ALLOWED_HERE,
                    "%s is a range. The start of an online run is where the database stands: give the end only."
                            .formatted(Text.quoted(text)));
        }
        Target target = Target.parse(text);
        if (target.isNamed("current")) {
            throw new TargetException(
                    text,
                    Reason.NOT_ALLOWED_HERE,
                    "%s names the current revision, which is where the database stands already. Count steps without it, as in \"+1\" or \"-1\"."
                            .formatted(Text.quoted(text)));
        }
        return target;
    }

    private static Range withoutStart(String text) {
        if (Range.isRange(text)) {
            throw new TargetException(
                    text,
                    Reason.NOT_ALLOWED_HERE,
                    "%s is a range. Where a stamp starts is said once, before its first target: give the end only."
                            .formatted(Text.quoted(text)));
        }
        return Range.parse(text);
    }

    private void requireRows(Set<RevisionId> rows) {
        List<RevisionId> unknown =
                rows.stream().filter(id -> !contains(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw UnknownRevisionException.rows(unknown);
        }
    }

    private void requireKnown(Collection<RevisionId> ids) {
        List<RevisionId> unknown =
                ids.stream().filter(id -> !contains(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw UnknownRevisionException.ids(unknown);
        }
    }

    private Set<RevisionId> inOrder(Set<RevisionId> ids) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(topology.inOrder(ids)));
    }
}
