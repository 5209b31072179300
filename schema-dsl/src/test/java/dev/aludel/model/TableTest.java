package dev.aludel.model;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table ORDERS = new Table(
            "orders",
            List.of(Column.of("id", bigInteger()), Column.of("state", string()), Column.of("parent", bigInteger())),
            List.of(
                    new PrimaryKey("orders_pkey", List.of("id")),
                    new ForeignKey(
                            "orders_parent_fkey",
                            List.of("parent"),
                            "orders",
                            List.of("id"),
                            ReferentialAction.NO_ACTION,
                            ReferentialAction.NO_ACTION),
                    new CheckConstraint("ck_state", "state <> 'state' AND \"state\" <> ''")),
            List.of(new Index(
                    "ix_state",
                    List.of(IndexPart.expression("lower(state)")),
                    false,
                    Optional.of("state IS NOT NULL"))));

    @Test
    void a_renamed_column_is_renamed_in_keys_checks_and_indexes() {
        SchemaModel renamed = SchemaModel.of(List.of(ORDERS))
                .withColumnRenamed("orders", "state", "status")
                .withColumnRenamed("orders", "id", "number");

        Table table = renamed.table("orders");
        assertThat(table.primaryKey().orElseThrow().columns()).containsExactly("number");
        assertThat(table.foreignKeys().get(0).referencedColumns()).containsExactly("number");
        assertThat(table.checkConstraints().get(0).expression()).isEqualTo("status <> 'state' AND \"status\" <> ''");
        assertThat(table.indexes().get(0).parts().get(0).text()).isEqualTo("lower(status)");
        assertThat(table.indexes().get(0).where()).contains("status IS NOT NULL");
    }

    @Test
    void a_column_that_is_held_on_to_cannot_be_dropped() {
        assertThatThrownBy(() -> ORDERS.withoutColumn("state"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage(
                        "column \"state\" of table \"orders\" cannot be dropped while [ck_state, ix_state] hold on to it: drop those first");
    }

    @Test
    void an_unknown_column_is_named_with_those_that_are_known() {
        assertThatThrownBy(() -> ORDERS.column("status"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage(
                        "column \"status\" does not exist in table \"orders\"; known columns: \"id\", \"state\", \"parent\"");
    }

    @Test
    void a_column_cannot_be_there_twice() {
        assertThatThrownBy(() -> ORDERS.withColumn(Column.of("id", string())))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage("table \"orders\" has column \"id\" already");
    }

    @Test
    void an_index_over_an_unknown_column_is_refused() {
        assertThatThrownBy(() -> ORDERS.withIndex(Index.of("ix", List.of("nowhere"))))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("\"ix\" names column \"nowhere\", which does not exist in table \"orders\"");
    }

    @Test
    void a_table_that_is_referred_to_cannot_be_dropped() {
        Table items = new Table(
                "items",
                List.of(Column.of("order_id", bigInteger())),
                List.of(new ForeignKey(
                        "items_order_id_fkey",
                        List.of("order_id"),
                        "orders",
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        ReferentialAction.NO_ACTION)),
                List.of());
        SchemaModel schema = SchemaModel.of(List.of(ORDERS, items));

        assertThatThrownBy(() -> schema.withoutTable("orders"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("while foreign keys of [items] refer to it");
        assertThat(schema.withTableRenamed("orders", "purchases")
                        .table("items")
                        .foreignKeys()
                        .get(0)
                        .referencedTable())
                .isEqualTo("purchases");
    }

    @Test
    void a_long_constraint_name_fits_every_database_and_stays_distinct() {
        String table = "a_table_with_a_name_that_is_long_enough_to_need_shortening";
        String first = NamingConvention.standard().foreignKey(table, List.of("first_column"));
        String second = NamingConvention.standard().foreignKey(table, List.of("second_column"));

        assertThat(first).hasSize(63).startsWith("a_table_with_a_name").isNotEqualTo(second);
        assertThat(NamingConvention.standard()
                        .foreignKey("tüße".repeat(20), List.of("ä"))
                        .getBytes(UTF_8))
                .hasSizeLessThanOrEqualTo(63);
    }
}
