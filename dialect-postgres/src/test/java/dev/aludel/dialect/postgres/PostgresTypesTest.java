package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresTypesTest {

    @Test
    void spells_each_type() {
        Map<ColumnType, String> spellings = Map.of(
                ColumnType.string(), "varchar",
                ColumnType.string(50), "varchar(50)",
                ColumnType.fixedString(2), "char(2)",
                ColumnType.decimal(10, 2), "numeric(10,2)",
                ColumnType.datetime(), "timestamp",
                ColumnType.timestampWithZone(), "timestamptz",
                ColumnType.doublePrecision(), "double precision",
                ColumnType.binary(), "bytea",
                ColumnType.nativeType("inet"), "inet");

        assertThat(spellings).allSatisfy((type, spelling) -> assertThat(PostgresTypes.spelling(type))
                .isEqualTo(spelling));
    }

    @Test
    void spells_every_simple_type() {
        assertThat(ColumnType.Simple.values())
                .allSatisfy(type -> assertThat(PostgresTypes.spelling(type)).isNotBlank());
    }

    @Test
    void reads_what_it_has_no_word_for_as_native() {
        assertThat(PostgresTypes.parse("timestamp(3) without time zone"))
                .isEqualTo(ColumnType.nativeType("timestamp(3) without time zone"));
        assertThat(PostgresTypes.parse("numeric(3,-2)")).isEqualTo(ColumnType.nativeType("numeric(3,-2)"));
        assertThat(PostgresTypes.parse("numeric")).isEqualTo(ColumnType.nativeType("numeric"));
    }

    @Test
    void reads_arrays_with_their_elements() {
        assertThat(PostgresTypes.parse("text[]")).isEqualTo(ColumnType.array(ColumnType.text()));
        assertThat(PostgresTypes.parse("character varying(20)[]")).isEqualTo(ColumnType.array(ColumnType.string(20)));
    }

    @Test
    void refuses_more_than_the_server_takes() {
        assertThatThrownBy(() -> PostgresTypes.spelling(ColumnType.string(10_485_761)))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage("PostgreSQL takes a type's length up to 10485760, not 10485761");
        assertThatThrownBy(() -> PostgresTypes.spelling(ColumnType.decimal(1001, 0)))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage("PostgreSQL takes a type's precision up to 1000, not 1001");
    }
}
