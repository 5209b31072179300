package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.operation.Conversion.epochMillis;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static java.time.ZoneOffset.UTC;

import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.testing.DatabaseKind;
import java.util.List;

/** Values that are no date, or no date that can be converted, in a column that becomes milliseconds. */
final class BadDates {

    private BadDates() {}

    static List<BadInput> all() {
        return List.of(
                text("2024-02-30 00:00:00"),
                text("2023-02-29"),
                text("0000-00-00 00:00:00"),
                text("infinity"),
                text("-0044-03-15 12:00:00"),
                text("10000-01-01 00:00:00"),
                text("next Tuesday"),
                text("31.12.2024 10:00"),
                text("2024-12-31 24:00:00"),
                text("2024-12-31 23:59:60"),
                text(""),
                value("the number 1735787045678 in a date column", "1735787045678", SQLITE),
                value("bytes in a date column", "x'32303235'", SQLITE),
                value("a date with a NUL character in it", "'2024-01-01 00:00:00' || char(0)", SQLITE),
                value("\"infinity\"", "'infinity'", POSTGRESQL),
                value("\"-infinity\"", "'-infinity'", POSTGRESQL),
                value("the year 44 before Christ, which PostgreSQL counts with", "'0044-03-15 12:00:00 BC'", POSTGRESQL)
                        .acceptedByAll(),
                lenient("0000-00-00 00:00:00"),
                lenient("2024-00-15 00:00:00"),
                lenient("2024-02-00 10:00:00"),
                BadInput.of("milliseconds beyond any date, on the way back to a date")
                        .given(bench -> bench.at(
                                schema -> schema.createTable("events", t -> {
                                    t.column("id", integer()).primaryKey();
                                    t.column("at", bigInteger());
                                }),
                                schema -> schema.alterTable(
                                        "events",
                                        t -> t.column("at").type(datetime()).using(epochMillis(UTC))),
                                "INSERT INTO events VALUES (1, 0), (2, 9223372036854775807)"))
                        .fails(RevisionFailedException.class, "1 row, id = '2'", "9223372036854775807"));
    }

    /** SQLite keeps any text in a date column. */
    private static BadInput text(String date) {
        return value("the text \"%s\" in a date column".formatted(date), "'" + date + "'", SQLITE);
    }

    /** What the servers let in once {@code sql_mode} is empty. */
    private static BadInput lenient(String date) {
        return BadInput.of("the date %s, written with a lenient sql_mode".formatted(date))
                .on(MYSQL, MARIADB)
                .given(bench -> bench.at(
                        BadDates::events,
                        BadDates::convert,
                        "SET SESSION sql_mode = ''",
                        "INSERT INTO events VALUES (1, '2025-01-01 00:00:00'), (2, '%s')".formatted(date)))
                .fails(RevisionFailedException.class, "column \"at\" of table \"events\"", "1 row, id = '2'");
    }

    private static BadInput value(String name, String sql, DatabaseKind kind) {
        return BadInput.of(name)
                .on(kind)
                .given(bench -> bench.at(
                        BadDates::events,
                        BadDates::convert,
                        "INSERT INTO events VALUES (1, '2025-01-01 00:00:00'), (2, %s)".formatted(sql)))
                .fails(RevisionFailedException.class, "column \"at\" of table \"events\"", "1 row, id = '2'");
    }

    private static void events(Schema schema) {
        schema.createTable("events", t -> {
            t.column("id", integer()).primaryKey();
            t.column("at", datetime());
        });
    }

    private static void convert(Schema schema) {
        schema.alterTable("events", t -> t.column("at").type(bigInteger()).using(epochMillis(UTC)));
    }
}
