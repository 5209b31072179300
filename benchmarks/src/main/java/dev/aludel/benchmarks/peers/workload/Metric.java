package dev.aludel.benchmarks.peers.workload;

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
    NO_OP_CALLS("no-op, JDBC calls", "");

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
}
