package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.operation.Conversion.epochMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.SchemaModel;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dates and milliseconds, compared with java.time, whatever the zone of the session and of the virtual machine. */
class EpochConversionTest {

    private static final List<String> SESSION_ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata");
    private static final int INSTANTS = 12_000;

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void twelve_thousand_instants_go_there_and_back_exactly(TestDatabase database) throws SQLException {
        List<LocalDateTime> instants = randomInstants(new Random(20251121));
        for (String zone : SESSION_ZONES) {
            try (Connection connection = database.withTimeZone(zone).connect()) {
                assertThat(TestRun.rows(connection, "SHOW TimeZone")).containsExactly(List.of(zone));
                SchemaModel schema = filledTable(
                        connection, instants.stream().map(TEXT::format).toList());

                SchemaModel up = change(schema, "c", bigInteger(), "UTC").on(connection);
                assertThat(column(connection, "c"))
                        .isEqualTo(instants.stream()
                                .map(instant -> String.valueOf(milliseconds(instant)))
                                .toList());

                SchemaModel down = change(up, "c", datetime(), "UTC").on(connection);
                assertThat(column(connection, "to_char(c, 'YYYY-MM-DD HH24:MI:SS.US')"))
                        .isEqualTo(instants.stream()
                                .map(instant -> TEXT.format(LocalDateTime.ofInstant(
                                        Instant.ofEpochMilli(milliseconds(instant)), ZoneOffset.UTC)))
                                .toList());

                change(down, "c", bigInteger(), "UTC").on(connection);
                assertThat(column(connection, "c"))
                        .isEqualTo(instants.stream()
                                .map(instant -> String.valueOf(milliseconds(instant)))
                                .toList());
                TestRun.execute(connection, "DROP TABLE t");
            }
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_whole_range_of_a_timestamp_is_exact(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema = filledTable(
                    connection,
                    List.of(
                            "4714-11-24 00:00:00 BC",
                            "0001-12-31 23:59:59.999999 BC",
                            "0001-01-01 00:00:00",
                            "1969-12-31 23:59:59.9995",
                            "10000-01-01 00:00:00.0015",
                            "294276-12-31 23:59:59.999999"));

            SchemaModel up = change(schema, "c", bigInteger(), "UTC").on(connection);
            assertThat(column(connection, "c"))
                    .containsExactly(
                            "-210866803200000",
                            "-62135596800001",
                            "-62135596800000",
                            "-1",
                            "253402300800001",
                            "9224318015999999");

            change(up, "c", datetime(), "UTC").on(connection);
            assertThat(column(connection, "c"))
                    .containsExactly(
                            "4714-11-24 00:00:00 BC",
                            "0001-12-31 23:59:59.999 BC",
                            "0001-01-01 00:00:00",
                            "1969-12-31 23:59:59.999",
                            "10000-01-01 00:00:00.001",
                            "294276-12-31 23:59:59.999");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void infinity_stops_it_before_anything_changes(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema = filledTable(connection, List.of("2025-01-02 03:04:05", "infinity", "-infinity"));

            assertThatThrownBy(() -> change(schema, "c", bigInteger(), "UTC").on(connection))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessage(
                            "column \"c\" of table \"t\" holds infinity, which is no point in time [[2, 2, infinity], [2, 3, -infinity]]");
        }
    }

    /** The check is asked in the same transaction, but a row may come between: then the conversion itself fails. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void infinity_never_becomes_a_number(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema = filledTable(connection, List.of("infinity"));
            String alter = change(schema, "c", bigInteger(), "UTC").sql().get(0);

            assertThatThrownBy(() -> TestRun.execute(connection, alter))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(cannot convert infinity to bigint|bigint out of range).*");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void milliseconds_outside_of_the_range_stop_the_way_back(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(connection, "CREATE TABLE t (id integer PRIMARY KEY, c bigint)");
            TestRun.execute(
                    connection,
                    "INSERT INTO t VALUES (1, -210866803200000), (2, -210866803200001), (3, 9224318015999999), (4, 9224318016000000)");
            SchemaModel schema = schema(bigInteger());

            assertThatThrownBy(() -> change(schema, "c", datetime(), "UTC").on(connection))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessage(
                            "column \"c\" of table \"t\" holds milliseconds that lie outside of what a timestamp takes [[2, 2, -210866803200001], [2, 4, 9224318016000000]]");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_fixed_offset_is_exact_both_ways(TestDatabase database) throws SQLException {
        try (Connection connection = database.withTimeZone("America/New_York").connect()) {
            SchemaModel schema = filledTable(connection, List.of("2025-01-02 03:04:05.678", "1969-12-31 00:00:00"));

            SchemaModel up = change(schema, "c", bigInteger(), "+05:30").on(connection);
            assertThat(column(connection, "c"))
                    .containsExactly(
                            String.valueOf(
                                    Instant.parse("2025-01-01T21:34:05.678Z").toEpochMilli()),
                            String.valueOf(Instant.parse("1969-12-30T18:30:00Z").toEpochMilli()));

            change(up, "c", datetime(), "+05:30").on(connection);
            assertThat(column(connection, "c")).containsExactly("2025-01-02 03:04:05.678", "1969-12-31 00:00:00");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_zone_with_summer_time_is_read_as_java_reads_it(TestDatabase database) throws SQLException {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Random random = new Random(7);
        List<LocalDateTime> certain = randomInstants(random).stream()
                .filter(instant -> instant.getYear() > 1900 && instant.getYear() < 2100)
                .filter(instant -> paris.getRules().getValidOffsets(instant).size() == 1)
                .toList();
        try (Connection connection = database.withTimeZone("Asia/Kolkata").connect()) {
            SchemaModel schema =
                    filledTable(connection, certain.stream().map(TEXT::format).toList());

            change(schema, "c", bigInteger(), "Europe/Paris").on(connection);

            assertThat(column(connection, "c"))
                    .isEqualTo(certain.stream()
                            .map(local -> String.valueOf(
                                    local.atZone(paris).toInstant().toEpochMilli()))
                            .toList());
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void local_times_that_came_twice_or_never_stop_it(TestDatabase database) throws SQLException {
        try (Connection connection = database.withTimeZone("America/New_York").connect()) {
            SchemaModel schema = filledTable(
                    connection,
                    List.of(
                            "2025-03-30 01:59:59.999999",
                            "2025-03-30 02:00:00",
                            "2025-03-30 02:59:59.999999",
                            "2025-03-30 03:00:00",
                            "2025-10-26 01:59:59.999999",
                            "2025-10-26 02:00:00",
                            "2025-10-26 02:59:59.999999",
                            "2025-10-26 03:00:00"));

            assertThatThrownBy(() ->
                            change(schema, "c", bigInteger(), "Europe/Paris").on(connection))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessageContaining("that came twice or never in Europe/Paris")
                    .hasMessageContaining("[4, 2, 2025-03-30 02:00:00]")
                    .hasMessageContaining("[4, 3, 2025-03-30 02:59:59.999999]")
                    .hasMessageContaining("[4, 6, 2025-10-26 02:00:00]")
                    .hasMessageContaining("[4, 7, 2025-10-26 02:59:59.999999]");
        }
    }

    @Test
    void the_way_back_to_a_zone_with_summer_time_is_refused() {
        assertThatThrownBy(() -> change(schema(bigInteger()), "c", datetime(), "Europe/Paris"))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("milliseconds cannot become a timestamp in Europe/Paris without losing");
    }

    @Test
    void other_types_are_refused() {
        assertThatThrownBy(() -> change(schema(ColumnType.text()), "c", bigInteger(), "UTC"))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage(
                        "the conversion by epoch milliseconds goes between datetime() and bigInteger(), not from text to bigint");
    }

    private static TestRun change(SchemaModel schema, String column, ColumnType type, String zone) {
        return TestRun.of(
                schema, s -> s.alterTable("t", t -> t.column(column).type(type).using(epochMillis(ZoneId.of(zone)))));
    }

    private static SchemaModel schema(ColumnType type) {
        return TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("id", ColumnType.integer()).primaryKey();
                            t.column("c", type);
                        }))
                .after();
    }

    private static SchemaModel filledTable(Connection connection, List<String> timestamps) throws SQLException {
        TestRun.execute(connection, "CREATE TABLE t (id integer PRIMARY KEY, c timestamp)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?::text::timestamp)")) {
            int id = 0;
            for (String timestamp : timestamps) {
                insert.setInt(1, ++id);
                insert.setString(2, timestamp);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return schema(datetime());
    }

    private static List<String> column(Connection connection, String expression) throws SQLException {
        return TestRun.rows(connection, "SELECT (%s)::text FROM t ORDER BY id".formatted(expression)).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static long milliseconds(LocalDateTime instant) {
        return instant.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Any microsecond of the years 1 to 9999; half of the values near an edge. */
    private static List<LocalDateTime> randomInstants(Random random) {
        long first = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
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
        List<LocalDateTime> instants = new ArrayList<>();
        while (instants.size() < INSTANTS) {
            int micros = random.nextInt(1_000_000);
            long seconds = random.nextBoolean()
                    ? random.nextLong(first, last + 1)
                    : edges.get(random.nextInt(edges.size())).toEpochSecond(ZoneOffset.UTC)
                            + random.nextLong(-40_000, 40_000);
            instants.add(LocalDateTime.ofEpochSecond(seconds, fraction(random, micros) * 1000, ZoneOffset.UTC));
        }
        return instants;
    }

    private static int fraction(Random random, int micros) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 999_999 - random.nextInt(1000);
            case 2 -> micros / 1000 * 1000;
            default -> micros;
        };
    }
}
