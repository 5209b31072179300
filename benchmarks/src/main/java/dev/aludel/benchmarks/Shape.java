package dev.aludel.benchmarks;

import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** How the revisions of a large history hang together. */
public enum Shape {
    /** Each revises the one before it. */
    LINE {
        @Override
        Header header(int number) {
            return number == 0 ? Header.of(id(0)) : Header.of(id(number)).revises(id(number - 1));
        }
    },

    /** Ten teams at work: ten lines that are merged after every hundred revisions. */
    BRANCHES {
        @Override
        Header header(int number) {
            int inRound = number % 100;
            if (inRound == 0) {
                return number == 0 ? Header.of(id(0)) : Header.of(id(number)).revises(ends(number));
            }
            return Header.of(id(number)).revises(id(inRound <= TEAMS ? number - inRound : number - TEAMS));
        }
    };

    private static final int TEAMS = 10;

    abstract Header header(int number);

    private static RevisionId[] ends(int merge) {
        RevisionId[] ends = new RevisionId[TEAMS];
        for (int team = 0; team < TEAMS; team++) {
            ends[team] = id(merge - TEAMS + team);
        }
        return ends;
    }

    /** Ids whose order is not that of the revisions; an odd factor lets no two of them meet. */
    private static RevisionId id(int number) {
        return RevisionId.of("%08x".formatted(number * 0x9E3779B1));
    }
}
