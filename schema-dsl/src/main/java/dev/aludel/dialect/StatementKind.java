package dev.aludel.dialect;

/** The statements that the standard compiler makes, for each of which a dialect says what it locks. */
public enum StatementKind {
    CREATE_TABLE,
    DROP_TABLE,
    RENAME_TABLE,
    CREATE_INDEX,
    DROP_INDEX,
    RENAME_INDEX,
    UPDATE_ROWS,
    RAW_SQL
}
