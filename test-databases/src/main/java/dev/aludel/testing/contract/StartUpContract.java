package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.testing.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the start of a program costs whose database is at its head already: extend this in the dialect's tests. */
public abstract class StartUpContract {

    private static final History SHOP = shop(schema ->
            schema.createTable("customers", t -> t.column("id", integer()).primaryKey()));

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicTest> it_takes_no_more_round_trips_than_to_connect_and_to_select_once() {
        List<DatabaseKind> servers = new ArrayList<>(databases());
        servers.remove(DatabaseKind.SQLITE);
        return EachDatabase.of(servers, database -> {
            upgrade(database.dataSource(), SHOP);
            try (RoundTrips trips = RoundTrips.to(database)) {
                DataSource counted = trips.dataSource();
                int least = trips.during(() -> select(counted));

                assertThat(least).isGreaterThan(2);
                assertThat(trips.during(() -> upgrade(counted, SHOP))).isEqualTo(least);
                assertThat(trips.during(
                                () -> Migrator.on(counted).history(SHOP).build().upgrade("heads")))
                        .isEqualTo(least);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> it_is_one_statement_even_where_the_dialect_is_yet_to_be_found() {
        return EachDatabase.of(databases(), database -> {
            upgrade(database.dataSource(), SHOP);
            CountingDataSource counting = new CountingDataSource(database.dataSource());

            Migrator.on(counting).history(SHOP).build().upgrade("head");

            assertThat(counting.statements()).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> no_revision_is_asked_what_it_does() {
        return EachDatabase.of(databases(), database -> {
            upgrade(database.dataSource(), SHOP);
            AtomicInteger asked = new AtomicInteger();
            History unasked = shop(schema -> asked.incrementAndGet());

            assertThat(upgrade(database.dataSource(), unasked)).isZero();
            assertThat(asked).hasValue(0);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_holds_the_lock_is_not_waited_for() {
        return EachDatabase.of(databases(), database -> {
            upgrade(database.dataSource(), SHOP);
            LockRequest request = LockRequest.of("alembic_version", Duration.ofSeconds(1));
            try (Connection other = database.connect();
                    MigrationLock.Held held = dialect().lock().acquire(other, request)) {
                held.verify(other);
                assertThat(upgrade(database.dataSource(), SHOP)).isZero();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_migrator_that_found_nothing_to_do_sees_what_became_of_the_database_since() {
        return EachDatabase.of(databases(), database -> {
            upgrade(database.dataSource(), SHOP);
            Migrator migrator = Migrator.on(database.dataSource()).history(SHOP).build();
            assertThat(migrator.upgrade("head").revisions()).isEmpty();
            migrator.downgrade("-1");

            assertThat(migrator.upgrade("head").revisions()).hasSize(1);
            assertThat(migrator.upgrade("head").revisions()).isEmpty();
        });
    }

    private int upgrade(DataSource dataSource, History history) {
        return Migrator.on(dataSource)
                .history(history)
                .dialect(dialect())
                .build()
                .upgrade("head")
                .revisions()
                .size();
    }

    private static void select(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            assertThat(rows.next()).isTrue();
        }
    }

    /** Two revisions; what the first does is told. */
    private static History shop(Consumer<Schema> first) {
        return new LambdaHistory()
                .then("0001_customers", first)
                .then(
                        "0002_orders",
                        schema -> schema.createTable(
                                "orders", t -> t.column("id", integer()).primaryKey()));
    }
}
