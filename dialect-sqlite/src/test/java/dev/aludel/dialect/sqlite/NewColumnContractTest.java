package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.DialectContract;
import java.util.List;

/** The contract, with conversions by new columns. */
class NewColumnContractTest extends DialectContract {

    @Override
    protected Dialect dialect() {
        return new SqliteDialect(ColumnConversion.NEW_COLUMN);
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.SQLITE);
    }
}
