package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.StartUpContract;
import java.util.List;

class PostgresStartUpTest extends StartUpContract {

    @Override
    protected Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.POSTGRESQL);
    }
}
