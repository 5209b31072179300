package dev.aludel.dsl;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.DialectId.MYSQL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.model.Constraint;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of what the author gave no name. */
class NamingTest {

    private static final NamingConvention HOUSE = NamingConvention.standard()
            .withPrimaryKeys("pk_{table}")
            .withForeignKeys("fk_{table}_{column}_{referenced_table}")
            .withUniqueConstraints("uq_{table}_{columns}")
            .withChecks("ck_{table}_{column}")
            .withIndexes("ix_{table}_{columns}");

    private static void tasks(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("parent_id", bigInteger()).references("tasks", "id");
            t.column("rank", integer()).check("rank > 0");
            t.unique("parent_id", "rank");
            t.indexOn("rank", "id");
        });
    }

    @Test
    void are_those_that_postgresql_would_choose_unless_the_history_says_otherwise() {
        assertThat(names(NamingConvention.standard(), NamingTest::tasks))
                .containsExactlyInAnyOrder(
                        "tasks_pkey",
                        "tasks_parent_id_fkey",
                        "tasks_rank_check",
                        "tasks_parent_id_rank_key",
                        "tasks_rank_id_idx");
    }

    @Test
    void follow_the_templates_of_the_history() {
        assertThat(names(HOUSE, NamingTest::tasks))
                .containsExactlyInAnyOrder(
                        "pk_tasks",
                        "fk_tasks_parent_id_tasks",
                        "ck_tasks_rank",
                        "uq_tasks_parent_id_rank",
                        "ix_tasks_rank_id");
    }

    @Test
    void are_found_again_by_what_drops_them() {
        assertThat(names(HOUSE, schema -> {
                    tasks(schema);
                    schema.dropIndexOn("tasks", "rank", "id");
                    schema.alterTable("tasks", t -> {
                        t.dropPrimaryKey();
                        t.dropUnique("parent_id", "rank");
                        t.dropConstraint("fk_tasks_parent_id_tasks");
                    });
                }))
                .containsExactly("ck_tasks_rank");
    }

    @Test
    void are_the_same_within_branches_and_declared_effects() {
        List<Operation> recorded = Schema.record(HOUSE, schema -> schema.on(
                        MYSQL, s -> s.execute("CREATE TABLE tasks …").effect(NamingTest::tasks))
                .otherwiseNothing("not there"));

        assertThat(recorded.toString()).contains("pk_tasks").doesNotContain("tasks_pkey");
    }

    @Test
    void that_say_what_they_refer_to_cannot_be_found_by_columns_alone() {
        assertThatThrownBy(() ->
                        Schema.record(HOUSE, schema -> schema.alterTable("tasks", t -> t.dropForeignKey("parent_id"))))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("drop it with dropConstraint(name)");
    }

    @Test
    void that_are_too_long_keep_their_head_and_a_checksum_of_the_whole() {
        String table = "t".repeat(60);
        String one = HOUSE.unique(table, List.of("a"));
        String other = HOUSE.unique(table, List.of("b"));

        assertThat(one).isNotEqualTo(other).startsWith("uq_ttt").isEqualTo(HOUSE.unique(table, List.of("a")));
        assertThat(one.getBytes(UTF_8)).hasSize(63);
    }

    @Test
    void a_template_says_only_what_is_known() {
        assertThatThrownBy(() -> NamingConvention.standard().withIndexes("ix_{schema}_{table}"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("says {schema}, where it can say [column, columns, table] only");
    }

    private static List<String> names(NamingConvention naming, Consumer<Schema> author) {
        SchemaModel model = SchemaModel.empty();
        for (Operation operation : Schema.record(naming, author)) {
            model = operation.applyTo(model);
        }
        Table table = model.table("tasks");
        return Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(index -> index.name()))
                .toList();
    }
}
