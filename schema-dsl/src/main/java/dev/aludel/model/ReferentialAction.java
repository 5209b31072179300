package dev.aludel.model;

/** What happens to referring rows when the row that they refer to goes or changes its key. */
public enum ReferentialAction {
    /** The change is refused at the end of the statement; the databases' own default. */
    NO_ACTION("NO ACTION"),
    /** The change is refused at once. */
    RESTRICT("RESTRICT"),
    /** Referring rows follow. */
    CASCADE("CASCADE"),
    /** Referring columns become NULL. */
    SET_NULL("SET NULL"),
    /** Referring columns take their default. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** The action as standard SQL spells it. */
    public String sql() {
        return sql;
    }
}
