package dev.aludel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaModelTest {

    private static final SchemaModel SHOP = SchemaModel.of(
            List.of(table("customers"), referring("orders", "customers"), referring("refunds", "orders")));

    @Test
    void tables_come_in_the_order_of_their_creation() {
        assertThat(names(SHOP)).containsExactly("customers", "orders", "refunds");
    }

    @Test
    void a_changed_table_and_a_renamed_one_keep_their_places() {
        SchemaModel changed = SHOP.withTableChanged("customers", t -> t.withColumn(column("note")))
                .withTableRenamed("orders", "a_orders")
                .withTable(table("b"));

        assertThat(names(changed)).containsExactly("customers", "a_orders", "refunds", "b");
    }

    @Test
    void foreign_keys_follow_a_table_that_is_renamed() {
        SchemaModel renamed = SHOP.withTableRenamed("customers", "people");

        assertThat(renamed.tablesReferring("people")).containsExactly("orders");
        assertThat(renamed.tablesReferring("customers")).isEmpty();
        assertThat(renamed.table("orders").foreignKeys().get(0).referencedTable())
                .isEqualTo("people");
    }

    @Test
    void a_key_to_its_own_table_follows_its_table_and_its_column() {
        SchemaModel tree = SchemaModel.of(List.of(referring("nodes", "nodes")));

        Table renamed = tree.withTableRenamed("nodes", "leaves")
                .withColumnRenamed("leaves", "id", "key")
                .table("leaves");

        assertThat(renamed.foreignKeys().get(0).referencedTable()).isEqualTo("leaves");
        assertThat(renamed.foreignKeys().get(0).referencedColumns()).containsExactly("key");
        assertThat(tree.tablesReferring("nodes")).isEmpty();
    }

    @Test
    void foreign_keys_follow_a_column_that_is_renamed() {
        SchemaModel renamed = SHOP.withColumnRenamed("customers", "id", "number");

        assertThat(renamed.table("orders").foreignKeys().get(0).referencedColumns())
                .containsExactly("number");
        assertThat(renamed.table("refunds")).isEqualTo(SHOP.table("refunds"));
    }

    @Test
    void a_table_that_others_refer_to_stays() {
        assertThatThrownBy(() -> SHOP.withoutTable("orders"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("foreign keys of [refunds] refer to it");
        assertThat(names(SHOP.withoutTable("refunds").withoutTable("orders"))).containsExactly("customers");
    }

    @Test
    void a_key_that_is_dropped_refers_no_longer() {
        SchemaModel changed = SHOP.withTableChanged("orders", t -> t.withoutConstraint("fk_orders"));

        assertThat(changed.tablesReferring("customers")).isEmpty();
        assertThat(names(changed.withoutTable("customers"))).containsExactly("orders", "refunds");
    }

    @Test
    void a_key_needs_the_columns_of_a_known_table_and_waits_for_an_unknown_one() {
        SchemaModel early = SchemaModel.of(List.of(referring("orders", "customers")));

        assertThatThrownBy(() -> early.withTable(Table.of("customers", column("number"))))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("\"fk_orders\" of table \"orders\" refers to column \"id\"");
        assertThatThrownBy(() -> SHOP.withTableChanged("customers", t -> Table.of("customers", column("number"))))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("which table \"customers\" does not have");
        assertThat(early.withTable(table("customers")).tablesReferring("customers"))
                .containsExactly("orders");
    }

    @Test
    void the_order_of_creation_is_no_part_of_equality() {
        SchemaModel one = SchemaModel.of(List.of(table("a"), table("b")));
        SchemaModel other = SchemaModel.of(List.of(table("b"), table("a")));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.withoutTable("a"));
        assertThat(one.withTableChanged("a", t -> t.withColumn(column("c")))).isNotEqualTo(one);
    }

    private static Table table(String name) {
        return Table.of(name, column("id"));
    }

    private static Table referring(String name, String referenced) {
        ForeignKey key = new ForeignKey(
                "fk_" + name,
                List.of("other"),
                referenced,
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
        return new Table(name, List.of(column("id"), column("other")), List.of(key), List.of());
    }

    private static Column column(String name) {
        return Column.of(name, ColumnType.integer());
    }

    private static List<String> names(SchemaModel model) {
        return model.tables().stream().map(Table::name).toList();
    }
}
