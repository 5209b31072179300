package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.StartUpContract;
import java.util.List;

class SqliteStartUpTest extends StartUpContract {

    @Override
    protected Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.SQLITE);
    }
}
