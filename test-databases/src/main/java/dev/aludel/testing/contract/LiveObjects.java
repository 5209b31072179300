package dev.aludel.testing.contract;

import static java.util.Objects.requireNonNull;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The views with their columns, the triggers and the routines of a database, each as a line; indexes of views too. */
final class LiveObjects {

    private static final String SQLITE =
            """
            SELECT type || ' ' || name AS line FROM sqlite_schema WHERE type IN ('view', 'trigger')
            UNION ALL
            SELECT 'column ' || v.name || '.' || c.name
            FROM sqlite_schema AS v JOIN pragma_table_info(v.name) AS c WHERE v.type = 'view'
            ORDER BY 1""";

    private static final String POSTGRESQL =
            """
            SELECT c.relkind::text || ' ' || c.relname || '.' || a.attname AS line
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('v', 'm') AND c.relnamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'index ' || i.indexname FROM pg_indexes AS i JOIN pg_matviews AS m ON m.matviewname = i.tablename
            WHERE i.schemaname = current_schema()
            UNION ALL
            SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT 'comment ' || description FROM pg_description AS d JOIN pg_class AS c ON c.oid = d.objoid
            WHERE c.relkind IN ('v', 'm') AND c.relnamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'routine ' || p.proname FROM pg_proc AS p WHERE p.pronamespace = current_schema()::regnamespace
                AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
            ORDER BY 1""";

    private static final String MYSQL =
            """
            SELECT concat('view ', c.table_name, '.', c.column_name) AS line
            FROM information_schema.views AS v
            JOIN information_schema.columns AS c ON c.table_schema = v.table_schema AND c.table_name = v.table_name
            WHERE v.table_schema = DATABASE()
            UNION ALL
            SELECT concat('trigger ', trigger_name) FROM information_schema.triggers WHERE trigger_schema = DATABASE()
            UNION ALL
            SELECT concat('routine ', routine_name) FROM information_schema.routines WHERE routine_schema = DATABASE()
            ORDER BY 1""";

    private static final Map<DatabaseKind, String> QUERIES = Map.of(
            DatabaseKind.SQLITE, SQLITE,
            DatabaseKind.POSTGRESQL, POSTGRESQL,
            DatabaseKind.MYSQL, MYSQL,
            DatabaseKind.MARIADB, MYSQL);

    private LiveObjects() {}

    static List<String> of(TestDatabase database) throws SQLException {
        return database.query(requireNonNull(QUERIES.get(database.kind()))).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }
}
