package dev.aludel.examples.prompttrain;

import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Migrator;
import dev.aludel.plan.UnsupportedOperationOnDialect;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import dev.aludel.testing.shape.SchemaShape;

/** What a history meets elsewhere that says only what PostgreSQL does. */
class PostgresOnlyTest {

    @DatabaseTest(POSTGRESQL)
    void it_goes_up_and_down_where_it_belongs(TestDatabase database) {
        Migrator migrator = migrator(database);

        migrator.upgrade("head");
        migrator.downgrade("base");

        assertThat(LiveSchema.of(database)).isEqualTo(SchemaShape.empty());
    }

    @DatabaseTest({SQLITE, MYSQL, MARIADB})
    void one_error_lists_all_that_another_database_cannot_do(TestDatabase database) {
        UnsupportedOperationOnDialect refused = catchThrowableOfType(
                UnsupportedOperationOnDialect.class, () -> migrator(database).upgrade("head"));

        assertThat(refused.operations())
                .satisfiesExactly(
                        view -> assertThat(view).startsWith("revision \"000\"").contains("hourly_stats"),
                        index -> assertThat(index)
                                .startsWith("revision \"009\"")
                                .contains("create index \"idx_response_body\"", "gin"),
                        index -> assertThat(index)
                                .startsWith("revision \"009\"")
                                .contains("create index \"idx_newest\"", "NULLs"),
                        array -> assertThat(array)
                                .startsWith("revision \"013\"")
                                .contains("create table \"credentials\"", "has no arrays"));
    }

    @DatabaseTest({SQLITE, MYSQL, MARIADB})
    void nothing_is_executed_and_the_error_says_the_two_ways_out(TestDatabase database) {
        UnsupportedOperationOnDialect refused = catchThrowableOfType(
                UnsupportedOperationOnDialect.class, () -> migrator(database).upgrade("head"));

        assertThat(refused)
                .hasMessageContaining("nothing was executed")
                .hasMessageContaining("schema.on(%s, s -> …)", database.kind().name())
                .hasMessageContaining(
                        "schema.skipOn(%s, reason, s -> …)", database.kind().name());
        assertThat(LiveSchema.of(database)).isEqualTo(SchemaShape.empty());
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(new PostgresOnlyHistory())
                .build();
    }
}
