package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.ColumnChange;
import dev.aludel.model.ColumnType;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Dates and milliseconds, compared with java.time, whatever the zone of the session and of the virtual machine. */
class EpochConversionTest {

    private static final List<String> SESSION_ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata");
    private static final int INSTANTS = 12_000;
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void twelve_thousand_instants_go_there_and_back_exactly(TestDatabase database) throws SQLException {
        List<LocalDateTime> instants = randomInstants(new Random(20251121));
        List<String> millis = instants.stream()
                .map(instant -> String.valueOf(instant.toInstant(UTC).toEpochMilli()))
                .toList();
        List<String> floored =
                instants.stream().map(instant -> TEXT.format(floored(instant))).toList();
        for (String zone : SESSION_ZONES) {
            try (Connection connection = database.withTimeZone(zone).connect()) {
                SchemaModel before =
                        filled(connection, instants.stream().map(TEXT::format).toList());

                SchemaModel up =
                        change(connection, before, c -> c.type(bigInteger()).using(epochMillis(UTC)));
                assertThat(values(connection)).as(zone).isEqualTo(millis);

                SchemaModel down =
                        change(connection, up, c -> c.type(datetime()).using(epochMillis(UTC)));
                assertThat(values(connection)).as(zone).isEqualTo(floored);

                change(connection, down, c -> c.type(bigInteger()).using(epochMillis(UTC)));
                assertThat(values(connection)).as(zone).isEqualTo(millis);
                TestRun.execute(connection, "DROP TABLE t");
            }
        }
    }

    /** So many rows are copied rather than updated where the column changes its name too. */
    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void so_they_do_under_another_name(TestDatabase database) throws SQLException {
        List<LocalDateTime> instants = randomInstants(new Random(20251122));
        for (String zone : SESSION_ZONES) {
            try (Connection connection = database.withTimeZone(zone).connect()) {
                SchemaModel before =
                        filled(connection, instants.stream().map(TEXT::format).toList());

                SchemaModel up = TestRun.of(
                                connection,
                                before,
                                s -> s.alterTable("t", t -> t.column("c")
                                        .renameTo("millis")
                                        .type(bigInteger())
                                        .using(epochMillis(UTC))))
                        .on(connection);
                assertThat(values(connection, "millis"))
                        .as(zone)
                        .isEqualTo(instants.stream()
                                .map(instant ->
                                        String.valueOf(instant.toInstant(UTC).toEpochMilli()))
                                .toList());

                TestRun.of(
                                connection,
                                up,
                                s -> s.alterTable("t", t -> t.column("millis")
                                        .renameTo("c")
                                        .type(datetime())
                                        .using(epochMillis(UTC))))
                        .on(connection);
                assertThat(values(connection))
                        .as(zone)
                        .isEqualTo(instants.stream()
                                .map(instant -> TEXT.format(floored(instant)))
                                .toList());
                TestRun.execute(connection, "DROP TABLE t");
            }
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void the_precision_of_divisions_and_a_lenient_mode_change_nothing(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(connection, "SET SESSION div_precision_increment = 0, SESSION sql_mode = 'ANSI'");
            SchemaModel before =
                    filled(connection, List.of("1969-12-31 23:59:59.999999", "1970-01-01 00:00:00.999999"));

            change(connection, before, c -> c.type(bigInteger()).using(epochMillis(UTC)));

            assertThat(values(connection)).containsExactly("-1", "999");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_null_is_filled_and_a_date_never(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, List.of("2025-01-02 03:04:05.678"));
            TestRun.execute(connection, "INSERT INTO t VALUES (2, NULL)");

            change(connection, before, c -> c.type(bigInteger())
                    .using(epochMillis(UTC))
                    .fillNull(Value.runTimeMillis())
                    .notNull());

            assertThat(values(connection)).containsExactly("1735787045678", String.valueOf(TestRun.RUN_TIME_MILLIS));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void dates_of_zeros_and_of_the_year_zero_stop_it_before_anything_changes(TestDatabase database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, List.of("2025-01-02 03:04:05"));
            TestRun.execute(
                    connection,
                    "SET SESSION sql_mode = ''",
                    "INSERT INTO t VALUES (2, '0000-00-00'), (3, '2024-00-10'), (4, '2024-02-00'), (5, '0000-12-31 23:59:59'), (6, NULL)");

            assertThatThrownBy(() -> change(connection, before, c -> c.type(bigInteger())
                            .using(epochMillis(UTC))
                            .fillNull(Value.runTimeMillis())))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessage(
                            "column \"c\" of table \"t\" holds values that are no date-time of the years 0001 to 9999 "
                                    + "[[4, 2, 0000-00-00 00:00:00.000000], [4, 3, 2024-00-10 00:00:00.000000], "
                                    + "[4, 4, 2024-02-00 00:00:00.000000], [4, 5, 0000-12-31 23:59:59.000000]]");
            assertThat(TestRun.rows(connection, "SHOW COLUMNS FROM t")).hasSize(2);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void milliseconds_that_no_date_time_holds_stop_the_way_back(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(
                    connection,
                    "CREATE TABLE t (id INT PRIMARY KEY, c BIGINT)",
                    "INSERT INTO t VALUES (1, -62135596800000), (2, -62135596800001), (3, 253402300799999), (4, 253402300800000), (5, 9223372036854775807)");

            assertThatThrownBy(() -> change(connection, schema(bigInteger()), c -> c.type(datetime())
                            .using(epochMillis(UTC))))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessage(
                            "column \"c\" of table \"t\" holds milliseconds outside of the years 0001 to 9999 [[3, 2, -62135596800001], [3, 4, 253402300800000], [3, 5, 9223372036854775807]]");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_fixed_offset_is_exact_both_ways(TestDatabase database) throws SQLException {
        ZoneId offset = ZoneOffset.ofHoursMinutes(5, 30);
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, List.of("1970-01-01 05:30:00.001000"));

            SchemaModel up =
                    change(connection, before, c -> c.type(bigInteger()).using(epochMillis(offset)));
            assertThat(values(connection)).containsExactly("1");

            change(connection, up, c -> c.type(datetime()).using(epochMillis(offset)));
            assertThat(values(connection)).containsExactly("1970-01-01 05:30:00.001000");
        }
    }

    @Test
    void a_zone_with_summer_time_is_refused() {
        assertThatThrownBy(() -> TestRun.of(
                        schema(datetime()),
                        s -> s.alterTable(
                                "t",
                                t -> t.column("c").type(bigInteger()).using(epochMillis(ZoneId.of("Europe/Paris"))))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("takes UTC or a fixed offset on MySQL, not Europe/Paris");
    }

    @Test
    void other_types_are_refused() {
        assertThatThrownBy(() -> TestRun.of(
                        schema(text()),
                        s -> s.alterTable(
                                "t", t -> t.column("c").type(bigInteger()).using(epochMillis(UTC)))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage(
                        "epochMillis converts between a date-time and a big integer, but column \"c\" goes from TEXT to BIGINT");
    }

    /** Writers that come between filling and dropping are noticed before the old values go. */
    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void rows_written_meanwhile_stop_it_before_the_old_values_go(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = filled(connection, List.of("2025-01-02 03:04:05"));
            TestRun run = TestRun.of(
                    connection,
                    before,
                    s -> s.alterTable("t", t -> t.column("c").type(bigInteger()).using(epochMillis(UTC))));
            TestRun.execute(connection, run.sql().get(0), run.sql().get(1), "INSERT INTO t (id, c) VALUES (7, NOW())");

            assertThat(run.compiled().steps().get(0).actions())
                    .filteredOn(dev.aludel.sql.Check.class::isInstance)
                    .singleElement()
                    .satisfies(check -> assertThat(TestRun.rows(
                                    connection,
                                    ((dev.aludel.sql.Check) check).query().text()))
                            .singleElement()
                            .satisfies(row -> assertThat(row).startsWith("1", "7")));
        }
    }

    private static SchemaModel change(Connection connection, SchemaModel before, Consumer<ColumnChange> change)
            throws SQLException {
        return TestRun.of(connection, before, s -> s.alterTable("t", t -> change.accept(t.column("c"))))
                .on(connection);
    }

    private static SchemaModel schema(ColumnType type) {
        return TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("c", type);
                        }))
                .after();
    }

    private static SchemaModel filled(Connection connection, List<String> dateTimes) throws SQLException {
        TestRun.execute(connection, "CREATE TABLE t (id INT PRIMARY KEY, c DATETIME(6))");
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
            int id = 0;
            for (String dateTime : dateTimes) {
                insert.setInt(1, ++id);
                insert.setString(2, dateTime);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.setAutoCommit(true);
        return schema(datetime());
    }

    private static List<String> values(Connection connection) throws SQLException {
        return values(connection, "c");
    }

    private static List<String> values(Connection connection, String column) throws SQLException {
        return TestRun.rows(connection, "SELECT CAST(%s AS CHAR) FROM t ORDER BY id".formatted(column)).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static LocalDateTime floored(LocalDateTime instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Any microsecond of the years 1 to 9999; half of the values near an edge. */
    private static List<LocalDateTime> randomInstants(Random random) {
        long first = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(UTC);
        long last = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(UTC);
        List<LocalDateTime> edges = List.of(
                LocalDateTime.of(1, 1, 1, 12, 0),
                LocalDateTime.of(1582, 10, 10, 0, 0),
                LocalDateTime.of(1900, 2, 28, 23, 59, 59),
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(2000, 2, 29, 0, 0),
                LocalDateTime.of(2025, 3, 9, 2, 30),
                LocalDateTime.of(2025, 11, 2, 1, 30),
                LocalDateTime.of(2038, 1, 19, 3, 14, 7),
                LocalDateTime.of(9999, 12, 31, 12, 0));
        List<LocalDateTime> instants = new ArrayList<>(
                List.of(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)));
        while (instants.size() < INSTANTS) {
            long seconds = random.nextBoolean()
                    ? random.nextLong(first, last + 1)
                    : edges.get(random.nextInt(edges.size())).toEpochSecond(UTC) + random.nextLong(-40_000, 40_000);
            instants.add(LocalDateTime.ofEpochSecond(seconds, micros(random) * 1000, UTC));
        }
        return instants;
    }

    private static int micros(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 999_999 - random.nextInt(1000);
            case 2 -> random.nextInt(1000) * 1000;
            default -> random.nextInt(1_000_000);
        };
    }
}
