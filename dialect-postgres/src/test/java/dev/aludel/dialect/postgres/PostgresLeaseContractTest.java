package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.LeaseContract;
import java.util.List;

class PostgresLeaseContractTest extends LeaseContract {

    @Override
    protected Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.POSTGRESQL);
    }

    @Override
    protected String sleeping(int seconds) {
        return "SELECT pg_sleep(%d)".formatted(seconds);
    }
}
