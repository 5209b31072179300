package dev.aludel.benchmarks.peers.contestant;

import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** All do the same work: whoever did less would be faster. */
class ContestantsTest {

    /** What each tool keeps its own records in. */
    private static final Set<String> RECORDS = Set.of(
            "alembic_version",
            "alembic_version_log",
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock");

    private final Contestants contestants = Contestants.onThisMachine();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void end_the_processes_that_stay() {
        contestants.close();
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void all_make_the_tables_columns_and_indexes_of_the_gateway(TestDatabase database) throws Exception {
        assertAllAgree(PeerHistory.named("gateway"), database);
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void all_make_the_tables_and_columns_of_a_line(TestDatabase database) throws Exception {
        assertAllAgree(PeerHistory.named("line-7"), database);
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void all_do_in_a_process_of_their_own_what_they_do_here(TestDatabase database) throws Exception {
        Address address = Databases.address(database);
        PeerHistory history = PeerHistory.named("line-3");
        for (Contestant contestant : contestants.all()) {
            if (isElsewhere(contestant, address) || !contestant.hasProcess()) {
                continue;
            }
            contestant.prepare(history, address.product(), folder);
            try (TestDatabase fresh = Databases.create(address.product())) {
                Journey up = Journey.up(Databases.address(fresh), history);
                Process process = new ProcessBuilder(contestant.command(up, folder))
                        .redirectErrorStream(true)
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor())
                        .as("%s: %s", contestant.title(), output)
                        .isZero();
                assertThat(shape(fresh)).as(contestant.title()).containsKeys("table_0", "table_1");
            }
        }
    }

    @DatabaseTest(SQLITE)
    void an_archived_process_takes_its_classes_from_the_archive(TestDatabase database) throws Exception {
        PeerHistory history = PeerHistory.named("line-3");
        Contestant archived = new ArchivedProcess(Aludel.STANDARD);
        archived.prepare(history, Product.SQLITE, folder);
        List<String> command =
                new ArrayList<>(archived.command(Journey.up(Databases.address(database), history), folder));
        command.add(1, "-Xlog:class+load");

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("dev.aludel.Migrator source: shared objects file (top)");
        assertThat(process.waitFor()).isZero();
    }

    private static boolean isElsewhere(Contestant contestant, Address address) {
        return contestant == Aludel.NEW_COLUMNS && address.product() != Product.SQLITE;
    }

    private void assertAllAgree(PeerHistory history, TestDatabase database) throws Exception {
        Address address = Databases.address(database);
        Aludel.STANDARD.warm(Journey.up(address, history), folder);
        Map<String, Set<String>> expected = shape(database);
        for (Contestant contestant : contestants.all()) {
            if (isElsewhere(contestant, address) || !contestant.takesPartHere()) {
                continue;
            }
            contestant.prepare(history, address.product(), folder);
            try (TestDatabase fresh = Databases.create(address.product())) {
                contestant.warm(Journey.up(Databases.address(fresh), history), folder);
                contestant.warm(Journey.nowhere(Databases.address(fresh), history), folder);
                assertThat(shape(fresh)).as(contestant.title()).isEqualTo(expected);
            }
        }
    }

    /** Columns with their types, and indexes with theirs, by the table; foreign keys' own indexes go by other names. */
    private static Map<String, Set<String>> shape(TestDatabase database) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = database.connect()) {
            DatabaseMetaData metadata = connection.getMetaData();
            String catalog = connection.getCatalog();
            try (ResultSet found = metadata.getTables(catalog, connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    String table = found.getString("TABLE_NAME");
                    if (!RECORDS.contains(table.toLowerCase(Locale.ROOT))) {
                        tables.put(table, new TreeSet<>());
                    }
                }
            }
            for (Map.Entry<String, Set<String>> table : tables.entrySet()) {
                table.getValue().addAll(columns(metadata, catalog, table.getKey()));
                table.getValue().addAll(indexes(metadata, catalog, table.getKey()));
            }
        }
        return tables;
    }

    private static Set<String> columns(DatabaseMetaData metadata, String catalog, String table) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (ResultSet found = metadata.getColumns(catalog, null, table, "%")) {
            while (found.next()) {
                columns.add("%s %s %s"
                        .formatted(
                                found.getString("COLUMN_NAME"),
                                found.getInt("DATA_TYPE"),
                                found.getString("IS_NULLABLE")));
            }
        }
        return columns;
    }

    private static Set<String> indexes(DatabaseMetaData metadata, String catalog, String table) throws SQLException {
        Set<String> indexes = new TreeSet<>();
        try (ResultSet found = metadata.getIndexInfo(catalog, null, table, false, true)) {
            while (found.next()) {
                String name = String.valueOf(found.getString("INDEX_NAME"));
                if (name.startsWith("ix_") || name.startsWith("idx_")) {
                    indexes.add("%s %s %s"
                            .formatted(name, found.getInt("ORDINAL_POSITION"), found.getString("COLUMN_NAME")));
                }
            }
        }
        return indexes;
    }
}
