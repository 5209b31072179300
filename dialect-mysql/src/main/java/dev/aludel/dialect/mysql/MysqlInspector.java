package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Inspector;
import dev.aludel.model.Table;
import dev.aludel.sql.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the connection's database through {@code information_schema} and {@code SHOW INDEX}. */
final class MysqlInspector implements Inspector {

    private static final Map<Probe.Kind, String> PROBES = Map.of(
            Probe.Kind.TABLE,
                    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name = $V AND table_name = $V",
            Probe.Kind.COLUMN,
                    "SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = $V AND column_name = $V",
            Probe.Kind.INDEX,
                    "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = $V AND index_name = $V LIMIT 1",
            Probe.Kind.CONSTRAINT,
                    "SELECT 1 FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = $V AND constraint_name = $V LIMIT 1",
            Probe.Kind.VIEW,
                    "SELECT 1 FROM information_schema.views WHERE table_schema = DATABASE() AND table_name = $V AND table_name = $V",
            Probe.Kind.TRIGGER,
                    "SELECT 1 FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND trigger_name = $V AND trigger_name = $V",
            Probe.Kind.FUNCTION,
                    "SELECT 1 FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_type = 'FUNCTION' AND routine_name = $V AND routine_name = $V",
            Probe.Kind.PROCEDURE,
                    "SELECT 1 FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_type = 'PROCEDURE' AND routine_name = $V AND routine_name = $V");

    @Override
    public List<String> tableNames(Connection connection) throws SQLException {
        String query =
                "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
        return new Rows(connection)
                .of(query).stream().map(row -> row.text("name")).sorted().toList();
    }

    @Override
    public Optional<Table> table(Connection connection, String name) throws SQLException {
        return new TableReader(connection).read(name).map(LiveTable::table);
    }

    @Override
    public boolean holds(Connection connection, Probe probe) throws SQLException {
        String query = PROBES.getOrDefault(probe.kind(), "");
        boolean found =
                !new Rows(connection).of(query, probe.table(), probe.name()).isEmpty();
        return found == probe.present();
    }

    @Override
    public Optional<Integer> characterLimit(Connection connection, Optional<String> schema, String table, String column)
            throws SQLException {
        String query =
                """
                SELECT character_maximum_length AS characters
                FROM information_schema.columns
                WHERE table_schema = COALESCE(NULLIF($V, ''), DATABASE()) AND table_name = $V AND column_name = $V""";
        return new Rows(connection)
                .of(query, schema.orElse(""), table, column).stream()
                        .flatMap(row -> row.optional("characters").stream())
                        .map(Long::valueOf)
                        .filter(characters -> characters <= Integer.MAX_VALUE)
                        .map(Long::intValue)
                        .findFirst();
    }
}
