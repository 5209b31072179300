package dev.aludel.dialect.postgres;

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

    @Property(tries = 300)
    void a_table_is_read_as_it_was_created(@ForAll("tables") Table table) throws SQLException {
        DATABASE.undoing(connection -> {
            TestRun.of(SchemaModel.empty(), List.of(new CreateTable(table))).on(connection);

            Table read = new PostgresInspector().table(connection, "t").orElseThrow();

            assertThat(read.columns()).isEqualTo(table.columns());
            assertThat(read.constraints()).containsExactlyInAnyOrderElementsOf(table.constraints());
            assertThat(read.indexes()).isEqualTo(table.indexes());
        });
    }

    @Provide
    Arbitrary<Table> tables() {
        return RandomTables.tables();
    }
}
