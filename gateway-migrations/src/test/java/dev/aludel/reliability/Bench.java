package dev.aludel.reliability;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database, a history to take it along, and what is needed to go wrong with them. */
final class Bench {

    private final TestDatabase database;
    private History history = new LambdaHistory();
    private DataSource dataSource;

    Bench(TestDatabase database) {
        this.database = database;
        this.dataSource = database.dataSource();
    }

    TestDatabase database() {
        return database;
    }

    DatabaseKind kind() {
        return database.kind();
    }

    Dialect dialect() {
        return Dialects.named(kind().dialectId());
    }

    History history() {
        return history;
    }

    DataSource dataSource() {
        return dataSource;
    }

    void follow(History next) {
        history = next;
    }

    /** Connects by this from now on. */
    void connectBy(DataSource next) {
        dataSource = next;
    }

    Migrator migrator() {
        return builder().build();
    }

    Migrator.Builder builder() {
        return Migrator.on(dataSource).history(history);
    }

    /** A database at revision "start", and a revision "change" that follows. */
    void at(Consumer<Schema> start, Consumer<Schema> change) {
        history = new LambdaHistory().then("start", start).then("change", change);
        migrator().upgrade("start");
    }

    /** The same, with these rows. */
    void at(Consumer<Schema> start, Consumer<Schema> change, String... rows) throws SQLException {
        at(start, change);
        database.execute(rows);
    }
}
