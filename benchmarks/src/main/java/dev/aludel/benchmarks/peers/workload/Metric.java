package dev.aludel.benchmarks.peers.workload;

import java.util.Locale;

/** What trials measure. */
public enum Metric {
    UP_WARM("up, in process", "ms"),
    NO_OP_WARM("no-op, in process", "ms"),
    UP_CPU("up, CPU of the thread", "ms"),
    UP_PROCESS("up, whole process", "ms"),
    NO_OP_PROCESS("no-op, whole process", "ms"),
    UP("up", "ms"),
    DOWN("down", "ms"),
    UP_DISK("up, peak disk growth", "MB"),
    DOWN_DISK("down, peak disk growth", "MB"),
    HEAP("peak heap", "MB"),
    /** 1 where the rows are what they should be after the way there and back, 0 where they are not. */
    RIGHT("right result", ""),
    OFFLINE("script", "ms"),
    UP_ROUND_TRIPS("up, round trips", ""),
    UP_STATEMENTS("up, statements", ""),
    NO_OP_ROUND_TRIPS("no-op, round trips", ""),
    NO_OP_STATEMENTS("no-op, statements", ""),
    UP_CALLS("up, JDBC calls", ""),
    NO_OP_CALLS("no-op, JDBC calls", ""),
    UP_SYNCS("up, fsyncs", ""),
    NO_OP_SYNCS("no-op, fsyncs", "");

    private static final double SECOND = 1_000;

    private final String title;
    private final String unit;

    Metric(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** Empty for what is counted. */
    public String unit() {
        return unit;
    }

    /** Whether a table says how many times Aludel's a value is. */
    public boolean isCompared() {
        return this != RIGHT && this != HEAP && !unit.isEmpty();
    }

    /** The value with its unit; long times in seconds. */
    public String format(double value) {
        if (this == RIGHT) {
            return value == 1 ? "right" : "**wrong**";
        }
        if (unit.isEmpty()) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return unit.equals("ms") && value >= SECOND ? rounded(value / SECOND) + " s" : rounded(value) + " " + unit;
    }

    /** As many digits as tell something: three at most, but for large numbers. */
    public static String rounded(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
