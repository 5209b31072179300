package dev.aludel.dsl;

import static dev.aludel.model.DialectId.MARIADB;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DialectBranchesTest {

    @Test
    void a_branch_is_what_was_said_for_the_dialect_or_for_all_others() {
        Consumer<Schema> author = schema -> schema.on(POSTGRESQL, s -> s.dropTable("p"))
                .on(MYSQL, s -> s.dropTable("m"))
                .otherwise(s -> s.dropTable("o"));

        assertThat(on(POSTGRESQL, author)).containsExactly(new DropTable("p"));
        assertThat(on(MYSQL, author)).containsExactly(new DropTable("m"));
        assertThat(on(SQLITE, author)).containsExactly(new DropTable("o"));
    }

    @Test
    void what_is_said_for_mysql_holds_for_mariadb_unless_something_is_said_for_it() {
        Consumer<Schema> author = schema -> {
            schema.on(MYSQL, s -> s.dropTable("both")).otherwise(s -> s.dropTable("others"));
            schema.on(MYSQL, s -> s.dropTable("mysql")).on(MARIADB, s -> s.dropTable("mariadb"));
        };

        assertThat(on(MARIADB, author)).containsExactly(new DropTable("both"), new DropTable("mariadb"));
        assertThat(on(MYSQL, author)).containsExactly(new DropTable("both"), new DropTable("mysql"));
    }

    @Test
    void branches_within_branches_are_resolved() {
        Consumer<Schema> author = schema -> schema.on(MYSQL, SQLITE, s -> {
                    s.dropTable("both");
                    s.onlyOn(MYSQL, inner -> inner.dropTable("m"));
                })
                .otherwiseNothing("no such tables");

        assertThat(on(MYSQL, author)).containsExactly(new DropTable("both"), new DropTable("m"));
        assertThat(on(SQLITE, author)).containsExactly(new DropTable("both"));
        assertThat(on(POSTGRESQL, author)).isEmpty();
    }

    @Test
    void one_dialect_may_be_skipped() {
        Consumer<Schema> author = schema -> schema.skipOn(SQLITE, "it has none", s -> s.dropTable("t"));

        assertThat(on(SQLITE, author)).isEmpty();
        assertThat(on(POSTGRESQL, author)).containsExactly(new DropTable("t"));
    }

    @Test
    void a_dialect_that_was_left_out_keeps_the_branch() {
        assertThat(on(SQLITE, schema -> schema.on(MYSQL, s -> s.dropTable("t"))))
                .singleElement()
                .isInstanceOf(DialectBranch.class);
    }

    @Test
    void the_declared_effect_of_sql_may_differ_from_dialect_to_dialect() {
        Consumer<Schema> author =
                schema -> schema.execute("DROP TABLE t").effect(s -> s.onlyOn(SQLITE, only -> only.dropTable("t")));

        assertThat(on(SQLITE, author).get(0).describe()).isEqualTo("execute SQL");
        assertThat(on(SQLITE, author)).isNotEqualTo(on(MYSQL, author));
    }

    @Test
    void an_update_on_one_dialect_keeps_where_its_values_come_from() {
        Consumer<Schema> author = schema -> schema.update("t")
                .fromQuery("SELECT 1 AS id", "q", "q.id = t.id")
                .set("id", Value.expression("q.id"));

        assertThat(on(SQLITE, author)).isEqualTo(Schema.record(author));
    }

    private static List<Operation> on(DialectId dialect, Consumer<Schema> author) {
        return DialectBranch.resolve(Schema.record(author), dialect);
    }
}
