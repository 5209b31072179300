package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a migrator owes on every database: extend this in the dialect's tests. */
public abstract class MigratorContract {

    private static final History SHOP = new LambdaHistory()
            .then("0001_customers", MigratorContract::createCustomers)
            .then(
                    "0002_orders",
                    schema -> schema.createTable("orders", t -> {
                        t.column("id", integer()).primaryKey();
                        t.column("customer_id", integer()).references("customers", "id");
                    }))
            .then("0003_city", schema -> schema.alterTable("customers", t -> t.addColumn("city", string(40))));

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicTest> upgrades_step_by_step_and_back() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);

            MigrationResult result = migrator.upgrade("+1");
            assertThat(result.revisions()).hasSize(1);
            assertThat(migrator.current()).containsExactly(RevisionId.of("0001_customers"));

            assertThat(migrator.upgrade("head").revisions().stream()
                            .map(AppliedRevision::header)
                            .map(Header::id))
                    .containsExactly(RevisionId.of("0002_orders"), RevisionId.of("0003_city"));
            migrator.downgrade("-1");
            assertThat(migrator.current()).containsExactly(RevisionId.of("0002_orders"));
            migrator.downgrade("base");
            assertThat(migrator.current()).isEmpty();
            assertThat(LiveSchema.of(database, dialect()).tables()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> at_head_an_upgrade_is_one_select() {
        return onEach(database -> {
            migrator(database, SHOP).upgrade("head");
            CountingDataSource counting = new CountingDataSource(database.dataSource());

            MigrationResult result = Migrator.on(counting)
                    .history(SHOP)
                    .dialect(dialect())
                    .build()
                    .upgrade("head");

            assertThat(result.revisions()).isEmpty();
            assertThat(counting.statements())
                    .singleElement()
                    .asString()
                    .startsWith("SELECT version_num, 0, '' FROM alembic_version");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_plan_executes_nothing() {
        return onEach(database -> {
            assertThat(migrator(database, SHOP).plan("head").revisions()).hasSize(3);
            assertThat(LiveSchema.of(database, dialect()).tables()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_failing_statement_leaves_a_state_that_the_message_tells() {
        History failing = new LambdaHistory()
                .then("first", MigratorContract::createCustomers)
                .then("second", schema -> {
                    schema.createTable("extras", t -> t.column("id", integer()).primaryKey());
                    schema.execute("INSERT INTO nowhere VALUES (1)");
                    schema.createIndex("ix_extras", "extras", "id");
                });
        return onEach(database -> {
            Migrator migrator = migrator(database, failing);
            migrator.upgrade("first");
            LiveSchema before = LiveSchema.of(database, dialect());

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("upgrade of revision \"second\" (revision second) failed")
                    .hasMessageContaining("statement: INSERT INTO nowhere VALUES (1)")
                    .hasMessageContaining("nowhere")
                    .hasMessageContaining(
                            dialect().transactionalDdl()
                                    ? "The transaction was rolled back: the database is as it was before this revision, at \"first\"."
                                    : "took effect:\n    CREATE TABLE extras")
                    .hasMessageEndingWith(
                            dialect().transactionalDdl()
                                    ? "Correct the cause and run the same command again."
                                    : "What took effect must stay in the revision as it is; what comes behind it may be corrected.");
            assertThat(migrator.current()).containsExactly(RevisionId.of("first"));
            if (dialect().transactionalDdl()) {
                assertThat(LiveSchema.of(database, dialect())).isEqualTo(before);
            } else {
                assertThat(LiveSchema.of(database, dialect()).tables()).containsKeys("customers", "extras");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_failing_piece_of_java_takes_its_statements_back() {
        History failing = new LambdaHistory()
                .then("first", MigratorContract::createCustomers)
                .then(
                        "second",
                        schema -> schema.run("derive names", connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')");
                            }
                            throw new IllegalStateException("out of names");
                        }));
        return onEach(database -> {
            assertThatThrownBy(() -> migrator(database, failing).upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("while doing: derive names")
                    .hasMessageContaining("out of names");
            assertThat(database.query("SELECT * FROM customers")).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> bad_targets_are_refused_before_anything_runs() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);
            refuses(database, () -> migrator.upgrade("0009_nowhere"), "\"0009_nowhere\"");
            refuses(database, () -> migrator.upgrade("000"), "000");
            refuses(database, () -> migrator.upgrade("+4"), "+4");
            refuses(database, () -> migrator.downgrade("-1"), "-1");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_downgrade_past_base_is_refused() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);
            migrator.upgrade("0002_orders");
            refuses(database, () -> migrator.downgrade("-3"), "-3");
            assertThat(migrator.current()).containsExactly(RevisionId.of("0002_orders"));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_ambiguous_prefix_names_the_candidates() {
        History history = new LambdaHistory().then("abcd1", schema -> {}).then("abcd2", schema -> {});
        return onEach(
                database -> refuses(database, () -> migrator(database, history).upgrade("abcd"), "abcd1", "abcd2"));
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_the_version_table_cannot_hold_is_refused() {
        String id = "an_id_of_more_than_thirty_two_characters";
        History history = new LambdaHistory().then(id, MigratorContract::createCustomers);
        return onEach(database -> {
            database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
            refuses(
                    database,
                    () -> migrator(database, history).upgrade("head"),
                    "the id \"%s\" has 40 characters, and the column version_num of the version table \"alembic_version\" holds 32. Nothing was executed"
                            .formatted(id));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_irreversible_revision_is_refused_on_the_way_down() {
        History history = new LambdaHistory()
                .then("first", MigratorContract::createCustomers, Downgrade.irreversible("its rows are archived"));
        return onEach(database -> {
            migrator(database, history).upgrade("head");
            refuses(
                    database,
                    () -> migrator(database, history).downgrade("base"),
                    "cannot be downgraded: its rows are archived");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_history_that_contradicts_itself_is_refused_with_every_fault() {
        History history = new LambdaHistory()
                .with(Header.of(RevisionId.of("one")).revises(RevisionId.of("two")), schema -> {}, Downgrade.derived())
                .with(Header.of(RevisionId.of("two")).revises(RevisionId.of("one")), schema -> {}, Downgrade.derived())
                .with(
                        Header.of(RevisionId.of("three")).revises(RevisionId.of("nowhere")),
                        schema -> {},
                        Downgrade.derived())
                .with(Header.of(RevisionId.of("four")), schema -> {}, Downgrade.derived())
                .with(Header.of(RevisionId.of("four")), schema -> {}, Downgrade.derived());
        return onEach(database -> refuses(
                database,
                () -> migrator(database, history),
                "\"one\"",
                "\"two\"",
                "\"nowhere\"",
                "\"four\"",
                "LambdaHistory$LambdaRevision"));
    }

    @TestFactory
    Stream<DynamicTest> a_server_that_is_too_old_is_refused() {
        return onEach(database -> assertThatThrownBy(() -> Migrator.on(database.dataSource())
                        .history(SHOP)
                        .dialect(claimingVersion(new ServerVersion(dialect().displayName(), 1, 2, 0)))
                        .build()
                        .upgrade("head"))
                .isInstanceOf(DialectException.class)
                .hasMessageMatching(
                        "the server is .* 1\\.2, and the oldest supported one is .*: nothing was executed"));
    }

    @TestFactory
    Stream<DynamicTest> a_stamp_moves_the_version_rows_alone() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);
            migrator.stamp("0002_orders");
            assertThat(migrator.current()).containsExactly(RevisionId.of("0002_orders"));
            assertThat(LiveSchema.of(database, dialect()).tables()).isEmpty();
            migrator.stamp("base");
            assertThat(migrator.current()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> the_version_table_is_created_ahead_and_once() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);
            assertThat(migrator.ensureVersionTable()).isTrue();
            assertThat(database.query("SELECT version_num FROM alembic_version"))
                    .isEmpty();
            assertThat(migrator.ensureVersionTable()).isFalse();
            assertThat(migrator.upgrade("head").revisions()).hasSize(3);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_stamp_purges_rows_that_no_revision_has() {
        return onEach(database -> {
            Migrator migrator = migrator(database, SHOP);
            migrator.stamp("0001_customers");
            database.execute("INSERT INTO alembic_version (version_num) VALUES ('deadbeef')");
            assertThatThrownBy(() -> migrator.stamp("head")).hasMessageContaining("\"deadbeef\"");
            migrator.stampPurging("head");
            assertThat(migrator.current()).containsExactly(RevisionId.of("0003_city"));
        });
    }

    @TestFactory
    Stream<DynamicTest> two_histories_share_a_database_by_their_version_tables() {
        History other = new LambdaHistory()
                .then(
                        "other",
                        schema -> schema.createTable(
                                "others", t -> t.column("id", integer()).primaryKey()));
        return onEach(database -> {
            migrator(database, SHOP).upgrade("head");
            Migrator second = Migrator.on(database.dataSource())
                    .history(other)
                    .dialect(dialect())
                    .versionTable("other_version")
                    .build();
            second.upgrade("head");

            assertThat(second.current()).containsExactly(RevisionId.of("other"));
            assertThat(migrator(database, SHOP).current()).containsExactly(RevisionId.of("0003_city"));

            migrator(database, SHOP).downgrade("base");
            assertThat(LiveSchema.of(database, dialect()).tables())
                    .containsKey("others")
                    .doesNotContainKeys("customers", "orders");
            assertThat(second.current()).containsExactly(RevisionId.of("other"));
            migrator(database, SHOP).upgrade("+1");
            second.downgrade("base");
            assertThat(LiveSchema.of(database, dialect()).tables())
                    .containsKey("customers")
                    .doesNotContainKey("others");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_table_that_no_revision_created_is_read_from_the_database() {
        History history = new LambdaHistory()
                .then(
                        "only",
                        schema -> schema.alterTable(
                                "legacy", t -> t.column("name").renameTo("label")));
        return onEach(database -> {
            database.execute(
                    "CREATE TABLE legacy (id INTEGER PRIMARY KEY, name VARCHAR(20))",
                    "INSERT INTO legacy (id, name) VALUES (1, 'kept')");
            migrator(database, history).upgrade("head");
            assertThat(database.query("SELECT label FROM legacy WHERE label = 'kept'"))
                    .hasSize(1);
        });
    }

    private static void createCustomers(Schema schema) {
        schema.createTable("customers", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(40)).notNull();
        });
    }

    private Migrator migrator(TestDatabase database, History history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect())
                .build();
    }

    /** The call fails with one of our exceptions, whose message has all the words, and the schema stays as it is. */
    private void refuses(TestDatabase database, Runnable call, String... words) throws SQLException {
        LiveSchema before = LiveSchema.of(database, dialect());
        assertThatThrownBy(call::run).isInstanceOf(MigrationException.class).hasMessageContainingAll(words);
        assertThat(LiveSchema.of(database, dialect())).isEqualTo(before);
    }

    /** The dialect, which takes every server for this version. */
    private Dialect claimingVersion(ServerVersion version) {
        Dialect real = dialect();
        return (Dialect) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    boolean asksTheServer = method.getName().equals("version")
                            && method.getParameterTypes()[0] == DatabaseMetaData.class;
                    try {
                        return asksTheServer ? version : method.invoke(real, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    }
                });
    }

    private Stream<DynamicTest> onEach(Behaviour behaviour) {
        return databases().stream()
                .map(kind -> dynamicTest(kind.id(), () -> {
                    try (TestDatabase database = TestDatabases.create(kind)) {
                        behaviour.on(database);
                    }
                }));
    }

    /** A behaviour, shown on one database. */
    @FunctionalInterface
    private interface Behaviour {
        void on(TestDatabase database) throws Exception;
    }
}
