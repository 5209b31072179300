package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.AttemptContract;
import java.util.List;

class PostgresAttemptContractTest extends AttemptContract {

    @Override
    protected Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.POSTGRESQL);
    }
}
