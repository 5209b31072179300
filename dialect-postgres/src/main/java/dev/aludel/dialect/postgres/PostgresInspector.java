package dev.aludel.dialect.postgres;

import dev.aludel.dialect.Inspector;
import dev.aludel.model.EnumType;
import dev.aludel.model.Table;
import dev.aludel.sql.Probe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code pg_catalog}, which unlike {@code information_schema} shows what the user has no privilege on, too. */
final class PostgresInspector implements Inspector {

    private static final String TABLES =
            """
            SELECT c.relname
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema()
                AND c.relkind IN ('r', 'p')
                AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend AS d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private static final String ENUMS =
            """
            SELECT t.typname, ARRAY(SELECT e.enumlabel::text
                FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
            FROM pg_catalog.pg_type AS t
            WHERE t.typtype = 'e' AND t.typnamespace = (
                SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = current_schema())
            ORDER BY t.typname
            """;

    private static final String TABLE_OID =
            """
            SELECT c.oid::bigint
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = coalesce(?, current_schema()) AND c.relname = ? AND c.relkind IN ('r', 'p')
            """;

    private static final String HAS_COLUMN =
            """
            SELECT FROM pg_catalog.pg_attribute
            WHERE attrelid = ?::bigint::oid AND attname = ? AND attnum > 0 AND NOT attisdropped
            """;

    private static final String HAS_INDEX =
            """
            SELECT FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
            WHERE i.indrelid = ?::bigint::oid AND c.relname = ?
            """;

    /** A build that failed leaves an index that is not valid; one over partitions is not until each has its part. */
    private static final String HAS_VALID_INDEX = HAS_INDEX + " AND (i.indisvalid OR c.relkind = 'I')";

    private static final String HAS_CONSTRAINT =
            """
            SELECT FROM pg_catalog.pg_constraint
            WHERE conrelid = ?::bigint::oid AND conname = ?
            """;

    /** What finds an object that stands by itself. */
    private static final Map<Probe.Kind, String> BY_ITSELF = Map.of(
            Probe.Kind.VIEW,
            """
            SELECT FROM pg_catalog.pg_class
            WHERE relkind IN ('v', 'm') AND relname = ? AND pg_catalog.pg_table_is_visible(oid)
            """,
            Probe.Kind.TRIGGER,
            """
            SELECT FROM pg_catalog.pg_trigger
            WHERE NOT tgisinternal AND tgname = ? AND pg_catalog.pg_table_is_visible(tgrelid)
            """,
            Probe.Kind.FUNCTION,
            """
            SELECT FROM pg_catalog.pg_proc
            WHERE prokind = 'f' AND proname = ? AND pg_catalog.pg_function_is_visible(oid)
            """,
            Probe.Kind.PROCEDURE,
            """
            SELECT FROM pg_catalog.pg_proc
            WHERE prokind = 'p' AND proname = ? AND pg_catalog.pg_function_is_visible(oid)
            """);

    /** What finds an object within a table; the table itself is found before. */
    private static final Map<Probe.Kind, String> WITHIN_TABLE =
            Map.of(Probe.Kind.COLUMN, HAS_COLUMN, Probe.Kind.INDEX, HAS_INDEX, Probe.Kind.CONSTRAINT, HAS_CONSTRAINT);

    /** The type modifier of a text type is its length and the four bytes of a header. */
    private static final String CHARACTER_LIMIT =
            """
            SELECT atttypmod - 4
            FROM pg_catalog.pg_attribute
            WHERE attrelid = ?::bigint::oid AND attname = ? AND atttypmod > 4
                AND atttypid IN ('pg_catalog.varchar'::regtype, 'pg_catalog.bpchar'::regtype)
            """;

    @Override
    public List<String> tableNames(Connection connection) throws SQLException {
        return Query.of(TABLES).list(connection, row -> row.getString(1)).stream()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Table> table(Connection connection, String name) throws SQLException {
        Optional<Long> table = oid(connection, Optional.empty(), name);
        return table.isPresent() ? Optional.of(new TableReader(connection, table.get()).read(name)) : Optional.empty();
    }

    @Override
    public List<EnumType> enums(Connection connection) throws SQLException {
        return Query.of(ENUMS)
                .list(connection, row -> new EnumType(row.getString("typname"), TableReader.strings(row, "labels")));
    }

    @Override
    public boolean holds(Connection connection, Probe probe) throws SQLException {
        return isThere(connection, probe) == probe.present();
    }

    @Override
    public Optional<Integer> characterLimit(Connection connection, Optional<String> schema, String table, String column)
            throws SQLException {
        Optional<Long> oid = oid(connection, schema, table);
        return oid.isPresent()
                ? Query.of(CHARACTER_LIMIT, oid.get(), column).first(connection, row -> row.getInt(1))
                : Optional.empty();
    }

    private static boolean isThere(Connection connection, Probe probe) throws SQLException {
        String byItself = BY_ITSELF.get(probe.kind());
        if (byItself != null) {
            return Query.of(byItself, probe.name())
                    .first(connection, ResultSet::getRow)
                    .isPresent();
        }
        Optional<Long> table = oid(connection, Optional.empty(), probe.table());
        String within = isForUse(probe) ? HAS_VALID_INDEX : WITHIN_TABLE.get(probe.kind());
        if (table.isEmpty() || within == null) {
            return table.isPresent();
        }
        return Query.of(within, table.get(), probe.name())
                .first(connection, ResultSet::getRow)
                .isPresent();
    }

    private static boolean isForUse(Probe probe) {
        return probe.kind() == Probe.Kind.INDEX && probe.present();
    }

    private static Optional<Long> oid(Connection connection, Optional<String> schema, String table)
            throws SQLException {
        return Query.of(TABLE_OID, schema, table).first(connection, row -> row.getLong(1));
    }
}
