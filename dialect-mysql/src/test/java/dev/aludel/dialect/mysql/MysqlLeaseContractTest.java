package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.LeaseContract;
import java.util.List;

class MysqlLeaseContractTest extends LeaseContract {

    @Override
    protected Dialect dialect() {
        return new MysqlDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.MYSQL, DatabaseKind.MARIADB);
    }

    @Override
    protected String sleeping(int seconds) {
        return "DO SLEEP(%d)".formatted(seconds);
    }
}
