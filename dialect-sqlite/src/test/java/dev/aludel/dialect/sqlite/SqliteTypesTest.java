package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqliteTypesTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, TEXT, TEXT",
        "SMALL_INTEGER, SMALLINT, INTEGER",
        "INTEGER, INTEGER, INTEGER",
        "BIG_INTEGER, BIGINT, INTEGER",
        "BOOLEAN, BOOLEAN, INTEGER",
        "DOUBLE, REAL, REAL",
        "DATE, DATE, TEXT",
        "TIME, TIME, TEXT",
        "DATETIME, DATETIME, TEXT",
        "TIMESTAMP_WITH_ZONE, DATETIME, TEXT",
        "JSON, JSON, TEXT",
        "JSON_BINARY, JSON, TEXT",
        "UUID, CHAR(36), TEXT",
        "BINARY, BLOB, BLOB"
    })
    void each_type_has_its_spelling_and_one_for_strict_tables(Simple type, String spelling, String strict) {
        assertThat(SqliteTypes.spelling(type)).isEqualTo(spelling);
        assertThat(SqliteTypes.strictSpelling(type)).isEqualTo(strict);
    }

    @Test
    void types_with_parameters_have_them() {
        assertThat(SqliteTypes.spelling(ColumnType.string())).isEqualTo("VARCHAR");
        assertThat(SqliteTypes.spelling(ColumnType.string(50))).isEqualTo("VARCHAR(50)");
        assertThat(SqliteTypes.spelling(ColumnType.fixedString(3))).isEqualTo("CHAR(3)");
        assertThat(SqliteTypes.spelling(ColumnType.decimal(10, 2))).isEqualTo("NUMERIC(10, 2)");
        assertThat(SqliteTypes.spelling(ColumnType.nativeType("MONEY"))).isEqualTo("MONEY");
    }

    @Test
    void spellings_are_read_however_they_are_spaced() {
        assertThat(SqliteTypes.read(" varchar ( 50 )")).isEqualTo(ColumnType.string(50));
        assertThat(SqliteTypes.read("numeric(10,2)")).isEqualTo(ColumnType.decimal(10, 2));
        assertThat(SqliteTypes.read("NUMERIC(2,3)")).isEqualTo(ColumnType.nativeType("NUMERIC(2,3)"));
        assertThat(SqliteTypes.read("INT")).isEqualTo(ColumnType.nativeType("INT"));
        assertThat(SqliteTypes.read("")).isEqualTo(ColumnType.nativeType(""));
    }

    @ParameterizedTest
    @EnumSource(Simple.class)
    void what_is_stored_is_read_back_as_itself(Simple type) {
        ColumnType stored = SqliteTypes.stored(type);
        assertThat(SqliteTypes.stored(stored)).isEqualTo(stored);
        assertThat(SqliteTypes.isCompatible(SqliteTypes.spelling(type), type, false))
                .isTrue();
        assertThat(SqliteTypes.isCompatible(SqliteTypes.strictSpelling(type), type, true))
                .isTrue();
    }

    @Test
    void types_of_one_kind_are_compatible_and_others_not() {
        assertThat(SqliteTypes.isCompatible("VARCHAR(255)", ColumnType.text(), false))
                .isTrue();
        assertThat(SqliteTypes.isCompatible("int", ColumnType.bigInteger(), false))
                .isTrue();
        assertThat(SqliteTypes.isCompatible("TIMESTAMP", ColumnType.datetime(), false))
                .isTrue();
        assertThat(SqliteTypes.isCompatible("BIGINT", ColumnType.datetime(), false))
                .isFalse();
        assertThat(SqliteTypes.isCompatible("TEXT", ColumnType.datetime(), false))
                .isFalse();
        assertThat(SqliteTypes.isCompatible("DATE", ColumnType.datetime(), false))
                .isFalse();
        assertThat(SqliteTypes.isCompatible("INTEGER", ColumnType.datetime(), true))
                .isFalse();
    }
}
