package dev.aludel.cli;

/** What a drawing of lanes shows where a row and a lane meet. */
enum LaneCell {
    /** No line passes. */
    EMPTY("  ", "  "),
    /** A revision. */
    REVISION(" ○", " *"),
    /** A line from the row above to the row below. */
    LINE(" │", " |"),
    /** The same, with other lanes open or closed to its right. */
    FORK(" ├", " |"),
    /** No line from above to below, crossed by the line that opens or closes lanes farther right. */
    CROSSED("──", "--"),
    /** A line from above to below, crossed likewise without touching. */
    BRIDGE("─│", "-|"),
    /** A lane that opens here, before others farther right do. */
    OPENS("─┬", "-."),
    /** The last lane that opens. */
    OPENS_LAST("─┐", "-."),
    /** A lane that ends here, before others farther right do. */
    CLOSES("─┴", "-'"),
    /** The last lane that ends. */
    CLOSES_LAST("─┘", "-'");

    private final String unicode;
    private final String ascii;

    LaneCell(String unicode, String ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    /** Two characters: what lies between this lane and the one to its left, and what lies on it. */
    String text(boolean unicodeArrives) {
        return unicodeArrives ? unicode : ascii;
    }
}
