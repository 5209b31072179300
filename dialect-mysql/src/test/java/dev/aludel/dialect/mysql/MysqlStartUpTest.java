package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.StartUpContract;
import java.util.List;

class MysqlStartUpTest extends StartUpContract {

    @Override
    protected Dialect dialect() {
        return new MysqlDialect();
    }

    @Override
    protected List<DatabaseKind> databases() {
        return List.of(DatabaseKind.MYSQL, DatabaseKind.MARIADB);
    }
}
