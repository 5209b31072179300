package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.Schema;
import dev.aludel.model.ColumnType;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Checks go to the front of a revision as far as the rows there are the ones that they ask about. */
class PreconditionsTest {

    private static final SchemaModel BEFORE = after(SchemaModel.empty(), schema -> {
        create(schema, "a");
        create(schema, "b");
    });

    @Test
    void a_check_of_rows_that_nothing_touched_goes_first() {
        Preconditions moved = moved(about("a"), schema -> {
            schema.alterTable("b", t -> t.addColumn("x", ColumnType.integer()));
            schema.alterTable("a", t -> t.addUnique("id"));
        });

        assertThat(moved.checks()).containsExactly(about("a"));
        assertThat(moved.steps().get(1).actions()).isEmpty();
    }

    @Test
    void a_check_stays_where_a_table_that_it_looks_at_is_changed_before() {
        Preconditions moved = moved(about("a", "b"), schema -> {
            schema.alterTable("b", t -> t.addColumn("x", ColumnType.integer()));
            schema.alterTable("a", t -> t.addUnique("id"));
        });

        assertThat(moved.checks()).isEmpty();
        assertThat(moved.steps().get(1).actions()).containsExactly(about("a", "b"));
    }

    @Test
    void a_table_that_the_revision_creates_has_no_rows_to_ask_about() {
        Preconditions moved = moved(about("d"), schema -> {
            create(schema, "c");
            schema.renameTable("c", "d");
            schema.alterTable("d", t -> t.addUnique("id"));
        });

        assertThat(moved.checks()).isEmpty();
        assertThat(moved.steps().get(2).actions()).isEmpty();
    }

    @Test
    void it_may_have_rows_once_the_author_s_own_sql_has_run() {
        Preconditions moved = moved(about("c"), schema -> {
            create(schema, "c");
            schema.execute("INSERT INTO c SELECT id FROM a");
            schema.alterTable("c", t -> t.addUnique("id"));
        });

        assertThat(moved.steps().get(2).actions()).containsExactly(about("c"));
    }

    /** The check stands in the last step. */
    private static Preconditions moved(Check check, Consumer<Schema> author) {
        List<CompiledStep> compiled = new ArrayList<>();
        SchemaModel current = BEFORE;
        for (Operation operation : Schema.record(author)) {
            SchemaModel next = operation.applyTo(current);
            compiled.add(CompiledStep.of(new Step(operation, current, next), List.of()));
            current = next;
        }
        int last = compiled.size() - 1;
        compiled.set(last, compiled.get(last).withActions(List.of(check)));
        return new Preconditions(compiled);
    }

    private static Check about(String table, String... others) {
        return new Check(
                table, Set.of(others), Sql.raw("SELECT 1"), "look", new Check.Failure("problem", "advice"), true);
    }

    private static SchemaModel after(SchemaModel before, Consumer<Schema> author) {
        SchemaModel current = before;
        for (Operation operation : Schema.record(author)) {
            current = operation.applyTo(current);
        }
        return current;
    }

    private static void create(Schema schema, String table) {
        schema.createTable(table, t -> t.column("id", ColumnType.integer()).notNull());
    }
}
