package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.offline.Script;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** These databases have no indexes of some rows. */
class PartialIndexTest {

    private static void articles(Schema schema) {
        schema.createTable("articles", t -> {
            t.column("id", integer()).primaryKey();
            t.column("slug", string(20));
            t.column("state", string(20)).notNull();
            t.index("ix_articles_live", "slug").where("state = 'live'");
        });
        schema.createIndex("uq_articles_slug", "articles", "slug").unique().where("state = 'live'");
    }

    @Test
    void a_plan_warns_of_an_index_that_holds_all_rows_and_not_of_a_unique_one() {
        TestRun run = TestRun.of(SchemaModel.empty(), PartialIndexTest::articles);

        assertThat(run.compiled().steps())
                .flatExtracting(step -> step.warnings())
                .containsExactly(
                        "index \"ix_articles_live\" holds all rows, not only those where state = 'live': there are no partial indexes, and queries find the same with this one");
    }

    @Test
    void a_script_says_the_warning_before_the_revision() {
        LambdaHistory history = new LambdaHistory().then("start", PartialIndexTest::articles);

        assertThat(Script.of(history, new MysqlDialect()).upgrade("head").toString())
                .containsOnlyOnce("-- warning: index \"ix_articles_live\" holds all rows");
    }

    @DatabaseTest(DatabaseKind.MYSQL)
    void rows_outside_of_a_unique_index_may_agree_and_those_inside_may_not(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.of(connection, SchemaModel.empty(), PartialIndexTest::articles)
                    .on(connection);
            TestRun.execute(
                    connection,
                    "INSERT INTO articles VALUES (1, 'one', 'deleted'), (2, 'one', 'deleted'), (3, 'one', 'live')");

            assertThatThrownBy(() -> TestRun.execute(connection, "INSERT INTO articles VALUES (4, 'one', 'live')"))
                    .hasMessageContaining("uq_articles_slug");
        }
    }
}
