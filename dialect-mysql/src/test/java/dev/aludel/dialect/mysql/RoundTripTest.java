package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.CreateTable;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What the compiler creates, the inspector reads back. */
class RoundTripTest {

    private static final FreshDatabase DATABASE = new FreshDatabase();

    @AfterContainer
    static void close() throws SQLException {
        DATABASE.close();
    }

    @Property(tries = 120)
    void a_table_is_read_as_it_was_created(@ForAll("tables") Table table) throws SQLException {
        DATABASE.onEach((kind, connection) -> {
            TestRun.of(connection, SchemaModel.empty(), List.of(new CreateTable(table)))
                    .on(connection);

            Table read = new MysqlInspector().table(connection, "t").orElseThrow();

            assertThat(read.columns()).as(kind.id()).isEqualTo(table.columns());
            assertThat(read.constraints()).as(kind.id()).containsExactlyInAnyOrderElementsOf(table.constraints());
            assertThat(read.indexes()).as(kind.id()).containsExactlyInAnyOrderElementsOf(table.indexes());
        });
    }

    @Provide
    Arbitrary<Table> tables() {
        return RandomTables.tables();
    }
}
