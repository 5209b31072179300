package dev.aludel.testing.coverage;

import java.util.Locale;

/** What a database makes of a feature. */
public enum Support {
    /** Said in the database's own words. */
    NATIVE,
    /** Brought about by other means, with the same effect. */
    EMULATED,
    /** Nothing to do there: the database has no such thing, and nothing is lost without it. */
    LEFT_OUT,
    /** Done in a run, in whatever words; refused in a script. */
    ONLINE_ONLY,
    /** Refused while planning, before anything runs. */
    REFUSED;

    /** As the documentation writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
