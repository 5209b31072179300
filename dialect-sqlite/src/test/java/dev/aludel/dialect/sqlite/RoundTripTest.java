package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Step;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.CreateTable;
import dev.aludel.sql.Action;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the compiler creates, the inspector reads back; types that share a spelling come back as the first of them. */
class RoundTripTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_table_is_read_as_it_was_created(@ForAll("tables") Table table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            create(connection, table);

            Table read = new SqliteInspector().table(connection, "t").orElseThrow();

            assertThat(read.columns())
                    .isEqualTo(table.columns().stream()
                            .map(column -> column.withType(SqliteTypes.stored(column.type())))
                            .toList());
            assertThat(read.constraints()).isEqualTo(table.constraints());
            assertThat(read.indexes()).isEqualTo(table.indexes());
        }
    }

    @Provide
    Arbitrary<Table> tables() {
        return RandomTables.tables();
    }

    static void create(Connection connection, Table table) throws SQLException {
        SchemaModel empty = SchemaModel.empty();
        CreateTable operation = new CreateTable(table);
        List<Action> actions = new SqliteDialect()
                .compiler(CompileContext.online(new SqliteDialect().offlineVersion(), 0))
                .compile(List.of(new Step(operation, empty, operation.applyTo(empty))))
                .steps()
                .get(0)
                .actions();
        try (Statement statement = connection.createStatement()) {
            for (Action action : actions) {
                statement.execute(((dev.aludel.sql.Statement) action).sql().text());
            }
        }
    }
}
