package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Alembic;
import dev.aludel.benchmarks.peers.contestant.Aludel;
import dev.aludel.benchmarks.peers.contestant.ArchivedProcess;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.KeptAludel;
import dev.aludel.benchmarks.peers.contestant.RawJdbc;
import dev.aludel.benchmarks.peers.contestant.ReplayedJdbc;
import dev.aludel.benchmarks.peers.database.Product;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Who takes part in what, and how often. */
final class Selection {

    private static final int LONG_HISTORY = 1_000;
    private static final int MANY_MESSAGES = 1_000_000;

    /** Who differs from another in a conversion and in nothing else. */
    private static final Set<String> CONVERSIONS = Set.of(
            Aludel.NEW_COLUMNS.id(), RawJdbc.inPlace().id(), RawJdbc.asAlembic().id());

    /** Ways of SQLite. */
    private static final Set<String> ON_SQLITE =
            Set.of(Aludel.NEW_COLUMNS.id(), RawJdbc.inPlace().id());

    @Option(names = "--tools", split = ",", description = "Who takes part: ids; all unless told otherwise.")
    private List<String> tools = List.of();

    @Option(names = "--rounds", description = "Rounds of each workload. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--peer-rounds",
            description = "Rounds of others than Aludel and raw JDBC where one takes long: from 1,000 revisions, "
                    + "and from 1,000,000 messages. Default: ${DEFAULT-VALUE}.")
    private int peerRounds = 1;

    @Option(
            names = "--peers-up-to",
            description = "The longest history for others than Aludel and raw JDBC. Default: ${DEFAULT-VALUE}.")
    private int peersUpTo = LONG_HISTORY;

    @Option(
            names = "--alembic-up-to",
            description = "The most messages that Alembic and its SQL convert. Default: ${DEFAULT-VALUE}.")
    private int alembicUpTo = MANY_MESSAGES;

    boolean takesPart(Contestant contestant) {
        return tools.isEmpty() || tools.contains(contestant.id());
    }

    /** @param size revisions of the history */
    int ofHistory(Contestant contestant, int size) {
        if (CONVERSIONS.contains(contestant.id())) {
            return 0;
        }
        if (contestant instanceof ReplayedJdbc && size > LONG_HISTORY) {
            return 0;
        }
        if (contestant instanceof ArchivedProcess && size >= LONG_HISTORY) {
            return 0;
        }
        if (isLimit(contestant) || size < LONG_HISTORY) {
            return rounds;
        }
        return size <= peersUpTo ? Math.min(peerRounds, rounds) : 0;
    }

    int ofConversion(Contestant contestant, Product product, int messages) {
        if (contestant instanceof Alembic
                || contestant.id().equals(RawJdbc.asAlembic().id())) {
            return messages > alembicUpTo ? 0 : messages >= MANY_MESSAGES ? Math.min(peerRounds, rounds) : rounds;
        }
        return converts(contestant) && (product == Product.SQLITE || !ON_SQLITE.contains(contestant.id())) ? rounds : 0;
    }

    private static boolean converts(Contestant contestant) {
        if (contestant instanceof ArchivedProcess archived) {
            return archived.of() instanceof Aludel;
        }
        return contestant instanceof Aludel
                || (contestant instanceof RawJdbc
                        && !contestant.id().equals(RawJdbc.revisionByRevision().id()));
    }

    /** Counting again would count the same. */
    int ofCounts(Contestant contestant) {
        return CONVERSIONS.contains(contestant.id()) || !contestant.hasProcess() || !contestant.takesPartHere() ? 0 : 1;
    }

    int ofScripts(Contestant contestant, int size) {
        return contestant.writesScripts() ? ofHistory(contestant, size) : 0;
    }

    private static boolean isLimit(Contestant contestant) {
        return contestant instanceof Aludel
                || contestant instanceof KeptAludel
                || contestant instanceof RawJdbc
                || contestant instanceof ReplayedJdbc;
    }
}
