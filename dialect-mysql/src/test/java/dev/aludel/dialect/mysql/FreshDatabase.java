package dev.aludel.dialect.mysql;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database and a connection of both products for a property, whose tries drop their tables again. */
final class FreshDatabase implements AutoCloseable {

    private final List<Opened> opened = List.of(new Opened(DatabaseKind.MYSQL), new Opened(DatabaseKind.MARIADB));

    /** Something to do on a connection. */
    interface Work {
        void on(DatabaseKind kind, Connection connection) throws SQLException;
    }

    void onEach(Work work) throws SQLException {
        for (Opened one : opened) {
            try {
                work.on(one.kind, one.connection);
            } finally {
                one.dropTables();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Opened one : opened) {
            one.connection.close();
            one.database.close();
        }
    }

    private static final class Opened {

        private final DatabaseKind kind;
        private final TestDatabase database;
        private final Connection connection;

        Opened(DatabaseKind kind) {
            this.kind = kind;
            this.database = TestDatabases.create(kind);
            try {
                this.connection = database.connect();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        void dropTables() throws SQLException {
            for (String table : new MysqlInspector().tableNames(connection)) {
                TestRun.execute(connection, "DROP TABLE " + new MysqlSyntax().name(table));
            }
        }
    }
}
