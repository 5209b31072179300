package dev.aludel.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsHashTest {

    @Test
    void its_text_names_the_algorithm() {
        OperationsHash hash = OperationsHash.of(List.of());
        assertThat(hash).hasToString("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hash.algorithm()).isEqualTo("sha256");
    }

    @Test
    void it_is_read_back_from_its_text() {
        OperationsHash hash = OperationsHash.of(EveryOperation.all());
        assertThat(OperationsHash.parse(hash.toString())).isEqualTo(hash);
    }

    @Test
    void a_hash_of_another_algorithm_is_read_and_equals_none_of_ours() {
        OperationsHash later = OperationsHash.parse("blake3-256:00ff");
        assertThat(later.algorithm()).isEqualTo("blake3-256");
        assertThat(later).isNotEqualTo(OperationsHash.of(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "sha256", "sha256:", "sha256:00ff", "SHA256:00ff", "crc:xyz", "crc:00ff\n", "a:b:c"})
    void a_text_that_is_no_hash_is_refused(String text) {
        assertThatThrownBy(() -> OperationsHash.parse(text))
                .isInstanceOf(InvalidOperationsHashException.class)
                .hasMessageContaining("\"%s\" is not a hash", text);
    }

    @Test
    void line_endings_and_white_space_at_the_ends_of_lines_do_not_matter() {
        OperationsHash hash = sql("SELECT 1\n  FROM t");
        assertThat(List.of(
                        sql("SELECT 1\r\n  FROM t"),
                        sql("SELECT 1\r  FROM t"),
                        sql("SELECT 1 \t\n  FROM t"),
                        sql("SELECT 1\n  FROM t \r\n\r\n")))
                .containsOnly(hash);
    }

    @Test
    void all_other_white_space_of_sql_matters() {
        OperationsHash hash = sql("SELECT 1\n  FROM t");
        assertThat(List.of(
                        sql("SELECT 1\n FROM t"),
                        sql("SELECT 1 FROM t"),
                        sql("SELECT 1\n\n  FROM t"),
                        sql(" SELECT 1\n  FROM t")))
                .doesNotContain(hash);
    }

    @Test
    void the_text_of_a_value_is_no_sql_and_matters_whole() {
        assertThat(hash(schema -> schema.update("t").set("a", "x\r\n")))
                .isNotEqualTo(hash(schema -> schema.update("t").set("a", "x\n")));
    }

    @Test
    void the_order_in_which_dialects_are_named_does_not_matter() {
        assertThat(hash(schema -> schema.on(DialectId.SQLITE)
                        .execute("A")
                        .on(DialectId.MYSQL)
                        .execute("B")))
                .isEqualTo(hash(schema -> schema.on(DialectId.MYSQL)
                        .execute("B")
                        .on(DialectId.SQLITE)
                        .execute("A")));
    }

    @Test
    void the_order_in_which_columns_are_set_matters() {
        assertThat(hash(schema -> schema.update("t").set("a", 1).set("b", Value.expression("a"))))
                .isNotEqualTo(hash(schema ->
                        schema.update("t").set("b", Value.expression("a")).set("a", 1)));
    }

    @Test
    void java_code_counts_by_its_description() {
        OperationsHash hash = hash(schema -> schema.run("derive slugs", connection -> connection.commit()));
        assertThat(hash(schema -> schema.run("derive slugs", connection -> connection.rollback())))
                .isEqualTo(hash);
        assertThat(hash(schema -> schema.run("derive names", connection -> connection.commit())))
                .isNotEqualTo(hash);
    }

    @Test
    void a_number_counts_as_its_literal_is_written() {
        assertThat(number("1E+3")).isEqualTo(number("1000"));
        assertThat(number("1.0")).isNotEqualTo(number("1.00"));
    }

    private static OperationsHash number(String number) {
        return hash(schema -> schema.update("t").set("a", Value.of(new BigDecimal(number))));
    }

    private static OperationsHash sql(String statement) {
        PerDialect<List<String>> sql = new PerDialect<>(Map.of(), Optional.of(List.of(statement)));
        return OperationsHash.of(List.<Operation>of(new ExecuteSql(sql, List.of(), Reversal.unknown())));
    }

    private static OperationsHash hash(Consumer<Schema> author) {
        return OperationsHash.of(Schema.record(author));
    }
}
