package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.DataStatements;
import dev.aludel.model.SchemaModel;
import dev.aludel.sql.Sql;

/** Statements that change rows, as SQLite writes them. */
final class SqliteDataStatements extends DataStatements {

    SqliteDataStatements(Compiler compiler, SchemaModel schema) {
        super(compiler, schema);
    }

    /** Behind a FROM without a WHERE, SQLite takes the ON of a conflict clause for a join's (SQLite's manual, UPSERT). */
    @Override
    protected Sql beforeConflicts(Sql query) {
        return sql("SELECT * FROM (\n$S\n)\nWHERE 1", query);
    }
}
