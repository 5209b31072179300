package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversion's expressions against {@code java.time}. */
class EpochConversionTest {

    private static final int INSTANTS = 12_000;
    private static final long FIRST_SECOND = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final EpochConversion UP = new EpochConversion(true, true);
    private static final EpochConversion UP_BEFORE_3_38 = new EpochConversion(true, false);
    private static final ServerVersion VERSION = new ServerVersion("SQLite", 3, 53, 0);
    private static final EpochConversion DOWN = new EpochConversion(false, true);
    private static final Sql COLUMN = Sql.raw("c");

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute("CREATE TABLE t (id INTEGER PRIMARY KEY, c DATETIME)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void twelve_thousand_instants_are_exact_in_every_shape_of_text() throws SQLException {
        Random random = new Random(20251121);
        List<Object> texts = new ArrayList<>();
        List<String> millis = new ArrayList<>();
        for (int number = 0; number < INSTANTS; number++) {
            LocalDateTime instant = randomInstant(random);
            String fraction = randomFraction(random);
            String zone = randomZone(random);
            String separator = random.nextInt(4) == 0 ? "T" : " ";
            texts.add(SECONDS.format(instant).replace(" ", separator) + fraction + zone);
            long seconds = instant.toEpochSecond(zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone));
            millis.add(String.valueOf(seconds * 1000 + millis(fraction)));
        }
        insert(texts);

        assertThat(values(UP.convert(COLUMN))).isEqualTo(millis);
        assertThat(values(UP_BEFORE_3_38.convert(COLUMN))).isEqualTo(millis);
        assertThat(rows("SELECT c FROM t WHERE " + UP.unreadable(COLUMN))).isEmpty();
    }

    @Test
    void twelve_thousand_instants_come_back_exactly() throws SQLException {
        Random random = new Random(20251122);
        List<Object> millis = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        DateTimeFormatter micros = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
        for (int number = 0; number < INSTANTS; number++) {
            LocalDateTime instant = randomInstant(random).plusNanos(random.nextInt(1000) * 1_000_000L);
            millis.add(instant.toInstant(ZoneOffset.UTC).toEpochMilli());
            texts.add(micros.format(instant));
        }
        execute("CREATE TABLE numbers (id INTEGER PRIMARY KEY, c BIGINT)");
        insert("numbers", millis);

        assertThat(rows("SELECT %s FROM numbers ORDER BY id".formatted(DOWN.convert(COLUMN))))
                .isEqualTo(texts);
        assertThat(rows("SELECT c FROM numbers WHERE " + DOWN.unreadable(COLUMN)))
                .isEmpty();
        assertThat(rows("SELECT %s FROM (SELECT id, %s AS c FROM numbers) ORDER BY id"
                        .formatted(UP.convert(COLUMN), DOWN.convert(COLUMN))))
                .isEqualTo(millis.stream().map(String::valueOf).toList());
    }

    @Test
    void fractions_are_floored_before_1970_too() throws SQLException {
        insert(List.of(
                "1969-12-31 23:59:59.9995",
                "1969-12-31 23:59:59.999999999",
                "1969-12-31 23:59:59.0001",
                "2025-01-02 03:04:05.999999",
                "0001-01-01 00:00:00",
                "9999-12-31T23:59:59.999Z"));

        assertThat(values(UP.convert(COLUMN)))
                .containsExactly("-1", "-1", "-1000", "1735787045999", "-62135596800000", "253402300799999");
    }

    @Test
    void what_is_no_date_time_for_certain_is_found_and_never_converted() throws SQLException {
        List<String> literals = List.of(
                "''",
                "' '",
                "'now'",
                "'yesterday'",
                "'2024-02-30 00:00:00'",
                "'2023-02-29 12:00:00.123456'",
                "'2024-13-01 00:00:00'",
                "'2024-00-10 00:00:00'",
                "'2024-01-01 24:00:00'",
                "'2024-01-01T24:00:00Z'",
                "'2024-01-01 10:60:00'",
                "'2024-01-01 10:00:60'",
                "'2024-01-01'",
                "'2024-01-01 10:00'",
                "'2024-01-01T10:00'",
                "'10:00:00'",
                "'2024-01-01 10:00:00.'",
                "'2024-01-01 10:00:00.12x'",
                "'2024-01-01 10:00:00.123456x'",
                "'2024-01-01 10:00:00,123'",
                "'2024-01-01 10:00:00 UTC'",
                "'2024-01-01 10:00:00 +02:00'",
                "'2024-01-01 10:00:00+0530'",
                "'2024-01-01 10:00:00+05'",
                "'2024-01-01 10:00:00+15:00'",
                "'2024-01-01 10:00:00+05:99'",
                "'2024-01-01 10:00:00z'",
                "'2024-01-01  10:00:00'",
                "' 2024-01-01 10:00:00'",
                "'2024-01-01 10:00:00 '",
                "'24-01-01 10:00:00'",
                "'02024-01-01 10:00:00'",
                "'-2024-01-01 10:00:00'",
                "'2024/01/01 10:00:00'",
                "'20240101T100000'",
                "'2024-01-01x10:00:00'",
                "'2460000.5'",
                "'0000-01-01 00:00:00'",
                "'0001-01-01 00:00:00+00:01'",
                "'9999-12-31 23:59:59-00:01'",
                "'2024-01-01 10:00:00' || char(0)",
                "'2024-01-01 10:00:00' || char(0) || '.12345'",
                "'2024-01-01 10:00:00.123456' || char(0) || 'x'",
                "'2024-01-01 10:00:00' || char(10)",
                "'２０２４-01-01 10:00:00'",
                "'2024-01-01 10:00:00.١٢٣٤٥٦'",
                "1735787045000",
                "0",
                "1735787045.5",
                "x'32303234'",
                "CAST('2024-01-01 10:00:00' AS BLOB)");
        for (String literal : literals) {
            execute("INSERT INTO t (c) VALUES (" + literal + ")");
        }

        assertThat(rows("SELECT id FROM t WHERE NOT (%s)".formatted(UP.unreadable(COLUMN))))
                .isEmpty();
        assertThat(rows("SELECT c FROM t WHERE %s IS NOT NULL".formatted(UP.convert(COLUMN))))
                .as("converted though unreadable")
                .isEmpty();
        assertThat(rows("SELECT c FROM t WHERE %s IS NOT NULL".formatted(UP_BEFORE_3_38.convert(COLUMN))))
                .as("converted though unreadable, by an older SQLite")
                .isEmpty();
    }

    @Test
    void a_null_is_neither_unreadable_nor_converted() throws SQLException {
        execute("INSERT INTO t (c) VALUES (NULL)");

        assertThat(values(UP.convert(COLUMN))).containsExactly("null");
        assertThat(rows("SELECT id FROM t WHERE " + UP.unreadable(COLUMN))).isEmpty();
    }

    @Test
    void what_are_no_milliseconds_is_found() throws SQLException {
        execute("CREATE TABLE numbers (id INTEGER PRIMARY KEY, c BIGINT)");
        execute(
                "INSERT INTO numbers (c) VALUES (-62135596800001), (253402300800000), (1.5), ('x'), (x'31'), (9223372036854775807), (-62135596800000), (253402300799999), (NULL)");

        assertThat(rows("SELECT id FROM numbers WHERE " + DOWN.unreadable(COLUMN)))
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rows("SELECT id FROM numbers WHERE %s IS NULL".formatted(DOWN.convert(COLUMN))))
                .containsExactly("1", "2", "3", "4", "5", "6", "9");
    }

    @Test
    void columns_are_called_what_they_like() throws SQLException {
        for (String name : List.of("moment", "zone", "fraction", "rest", "separator", "\"weird '\"\"\"")) {
            execute("CREATE TABLE named (%s DATETIME)".formatted(name));
            execute("INSERT INTO named VALUES ('2025-01-02T03:04:05.678+01:00'), ('2025-01-02 03:04:05.678')");
            assertThat(rows("SELECT %s FROM named".formatted(UP.convert(Sql.raw(name)))))
                    .containsExactly("1735783445678", "1735787045678");
            execute("DROP TABLE named");
        }
    }

    @Test
    void only_utc_is_converted() {
        Conversion.EpochMillis paris = new Conversion.EpochMillis(ZoneId.of("Europe/Paris"));

        assertThatThrownBy(() -> EpochConversion.of(paris, datetime(), bigInteger(), VERSION))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("not \"Europe/Paris\"");
        assertThat(EpochConversion.of(new Conversion.EpochMillis(ZoneOffset.UTC), datetime(), bigInteger(), VERSION))
                .isEqualTo(UP);
        assertThat(EpochConversion.of(new Conversion.EpochMillis(ZoneId.of("UTC")), bigInteger(), datetime(), VERSION))
                .isEqualTo(DOWN);
    }

    @Test
    void other_types_are_refused() {
        assertThatThrownBy(() ->
                        EpochConversion.of(new Conversion.EpochMillis(ZoneOffset.UTC), text(), bigInteger(), VERSION))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("not from TEXT to BIGINT");
    }

    private static LocalDateTime randomInstant(Random random) {
        long day = 86_400;
        long seconds =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextLong(-70 * 366 * day, 70 * 366 * day);
                    case 1 ->
                        LocalDateTime.of(1 + random.nextInt(9999), 2, 28, 23, 59, 50)
                                        .toEpochSecond(ZoneOffset.UTC)
                                + random.nextInt(20);
                    default -> random.nextLong(FIRST_SECOND, LAST_SECOND);
                };
        long inner = Math.max(FIRST_SECOND + day, Math.min(LAST_SECOND - day, seconds));
        return LocalDateTime.ofEpochSecond(inner, 0, ZoneOffset.UTC);
    }

    private static String randomFraction(Random random) {
        int digits = random.nextBoolean() ? 6 : random.nextInt(10);
        StringBuilder fraction = new StringBuilder(digits == 0 ? "" : ".");
        boolean nines = random.nextInt(5) == 0;
        for (int digit = 0; digit < digits; digit++) {
            fraction.append(nines ? 9 : random.nextInt(10));
        }
        return fraction.toString();
    }

    private static int millis(String fraction) {
        return fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000").substring(1, 4));
    }

    private static String randomZone(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "Z";
            case 1 -> "%s%02d:%02d".formatted(random.nextBoolean() ? "+" : "-", random.nextInt(15), random.nextInt(60));
            default -> "";
        };
    }

    private void insert(List<?> values) throws SQLException {
        insert("t", values);
    }

    private void insert(String table, List<?> values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO %s (c) VALUES (?)".formatted(table))) {
            for (Object value : values) {
                insert.setObject(1, value);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<String> values(Sql expression) throws SQLException {
        return rows("SELECT %s FROM t ORDER BY id".formatted(expression));
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
