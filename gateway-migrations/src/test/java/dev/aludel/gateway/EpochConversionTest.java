package dev.aludel.gateway;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dialect.sqlite.ColumnConversion;
import dev.aludel.dialect.sqlite.SqliteDialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Compares the databases' conversion with {@code java.time} on many random moments, in both directions. */
class EpochConversionTest {

    private static final List<String> SESSION_ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata");

    private static final int MOMENTS = 10_000;
    private static final int ROWS_PER_INSERT = 500;

    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Fixed, so that a failure comes again. */
    private final Random random = new Random(20251121);

    @DatabaseTest
    void every_date_becomes_its_milliseconds_floored_under_any_session_time_zone(TestDatabase database) {
        for (String zone : SESSION_ZONES) {
            assertDatesBecomeMillis(database, Gateway.migrator(dataSource(database, zone)), zone);
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void every_date_becomes_its_milliseconds_in_a_new_column_too(TestDatabase database) {
        assertDatesBecomeMillis(database, byNewColumns(database), "by new columns");
    }

    private void assertDatesBecomeMillis(TestDatabase database, Migrator migrator, String by) {
        freshAt(AddDatabaseIndexes.ID.value(), migrator);
        List<DateText> dates = IntStream.range(0, MOMENTS)
                .mapToObj(number -> DateTexts.of(database.kind()).random(number, random))
                .toList();
        insert(database, dates.stream().map(date -> "'" + date.text() + "'").toList(), "created_at");

        migrator.upgrade(ConvertTimestampsToEpoch.ID.value());

        assertThat(millis(database))
                .as(by)
                .isEqualTo(dates.stream().map(DateText::millis).toList());
    }

    @DatabaseTest
    void every_number_of_milliseconds_becomes_its_date_and_the_same_number_again(TestDatabase database) {
        for (String zone : SESSION_ZONES) {
            assertMillisComeBack(database, Gateway.migrator(dataSource(database, zone)), zone);
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void every_number_of_milliseconds_comes_back_from_a_new_column_too(TestDatabase database) {
        assertMillisComeBack(database, byNewColumns(database), "by new columns");
    }

    private void assertMillisComeBack(TestDatabase database, Migrator migrator, String by) {
        freshAt(ConvertTimestampsToEpoch.ID.value(), migrator);
        List<Long> millis = IntStream.range(0, MOMENTS)
                .mapToObj(
                        number -> Moments.random(number, random).toInstant(UTC).toEpochMilli())
                .toList();
        insert(database, millis.stream().map(String::valueOf).toList(), "created_time");

        migrator.downgrade(AddDatabaseIndexes.ID.value());
        assertThat(dates(database))
                .as(by)
                .isEqualTo(millis.stream().map(EpochConversionTest::asText).toList());
        migrator.upgrade(ConvertTimestampsToEpoch.ID.value());

        assertThat(millis(database)).as(by).isEqualTo(millis);
    }

    private static Migrator byNewColumns(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(new GatewayHistory())
                .dialect(new SqliteDialect(ColumnConversion.NEW_COLUMN))
                .build();
    }

    /** Brings a database to a revision, without rows. */
    private static void freshAt(String revision, Migrator migrator) {
        assertThat(SESSION_ZONES).doesNotContain(TimeZone.getDefault().getID());
        if (!migrator.current().isEmpty()) {
            migrator.downgrade("base");
        }
        migrator.upgrade(revision);
    }

    /** SQLite has no session time zone. */
    private static DataSource dataSource(TestDatabase database, String zone) {
        return database.kind() == DatabaseKind.SQLITE
                ? database.dataSource()
                : database.withTimeZone(zone).dataSource();
    }

    private static void insert(TestDatabase database, List<String> literals, String column) {
        boolean converted = column.equals("created_time");
        List<String> statements = new ArrayList<>();
        for (int start = 0; start < literals.size(); start += ROWS_PER_INSERT) {
            int end = Math.min(start + ROWS_PER_INSERT, literals.size());
            statements.add(IntStream.range(start, end)
                    .mapToObj(number ->
                            "('%05d', 'u', %s%s)".formatted(number, literals.get(number), converted ? ", 0" : ""))
                    .collect(Collectors.joining(
                            ", ",
                            "INSERT INTO sessions (id, user_id, %s%s) VALUES "
                                    .formatted(column, converted ? ", updated_time" : ""),
                            "")));
        }
        Gateway.execute(database, statements.toArray(String[]::new));
    }

    private static List<Long> millis(TestDatabase database) {
        return Rows.numbers(database, "SELECT created_time FROM sessions ORDER BY id");
    }

    private static List<String> dates(TestDatabase database) {
        return Rows.texts(
                database,
                "SELECT %s AS moment FROM sessions ORDER BY id"
                        .formatted(Rows.dateTimeText(database.kind(), "created_at")));
    }

    private static String asText(long millis) {
        return SIX_DIGITS.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), UTC));
    }
}
