package dev.aludel.dialect.postgres;

import dev.aludel.model.AutoIncrement;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.EnumType;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Generated;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one table from the catalog. What the model has no word for, such as an exclusion constraint, is left out. */
final class TableReader {

    private static final String COLUMNS =
            """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
                CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS default,
                CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS generation,
                a.attgenerated = 's' AS stored,
                a.attidentity <> '' AS identity,
                EXISTS (
                    SELECT FROM pg_catalog.pg_depend AS owned
                    JOIN pg_catalog.pg_depend AS drawn ON drawn.refobjid = owned.objid
                    WHERE owned.refclassid = 'pg_catalog.pg_class'::regclass
                        AND owned.refobjid = a.attrelid AND owned.refobjsubid = a.attnum
                        AND owned.classid = 'pg_catalog.pg_class'::regclass AND owned.deptype = 'a'
                        AND drawn.refclassid = 'pg_catalog.pg_class'::regclass
                        AND drawn.classid = 'pg_catalog.pg_attrdef'::regclass AND drawn.objid = d.oid) AS serial,
                pg_catalog.col_description(a.attrelid, a.attnum) AS comment,
                current_setting('standard_conforming_strings') = 'off' AS backslashes_doubled,
                t.typname,
                ARRAY(SELECT e.enumlabel::text
                    FROM pg_catalog.pg_enum AS e
                    WHERE e.enumtypid = t.oid AND t.typnamespace = (
                        SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = current_schema())
                    ORDER BY e.enumsortorder) AS labels
            FROM pg_catalog.pg_attribute AS a
            JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ?::bigint::oid AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    /** The primary key first, then in the order of creation. */
    private static final String CONSTRAINTS =
            """
            SELECT k.conname, k.contype, k.confdeltype, k.confupdtype,
                pg_catalog.pg_get_expr(k.conbin, k.conrelid, true) AS expression,
                ARRAY(SELECT a.attname::text
                    FROM unnest(k.conkey) WITH ORDINALITY AS key(number, place)
                    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = key.number
                    ORDER BY key.place) AS columns,
                CASE WHEN r.relnamespace = t.relnamespace THEN r.relname::text
                    ELSE k.confrelid::regclass::text END AS referenced,
                ARRAY(SELECT a.attname::text
                    FROM unnest(k.confkey) WITH ORDINALITY AS key(number, place)
                    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = key.number
                    ORDER BY key.place) AS referenced_columns
            FROM pg_catalog.pg_constraint AS k
            JOIN pg_catalog.pg_class AS t ON t.oid = k.conrelid
            LEFT JOIN pg_catalog.pg_class AS r ON r.oid = k.confrelid
            WHERE k.conrelid = ?::bigint::oid AND k.contype IN ('p', 'f', 'u', 'c')
            ORDER BY k.contype <> 'p', k.oid
            """;

    /** The letters of {@code confdeltype} and {@code confupdtype}. */
    private static final Map<String, ReferentialAction> ACTIONS = Map.of(
            "a", ReferentialAction.NO_ACTION,
            "r", ReferentialAction.RESTRICT,
            "c", ReferentialAction.CASCADE,
            "n", ReferentialAction.SET_NULL,
            "d", ReferentialAction.SET_DEFAULT);

    private static final String TABLE_COMMENT =
            "SELECT pg_catalog.obj_description(?::bigint::oid, 'pg_class') AS comment";

    private final Connection connection;
    private final long oid;

    TableReader(Connection connection, long oid) {
        this.connection = connection;
        this.oid = oid;
    }

    Table read(String name) throws SQLException {
        return new Table(
                        name,
                        Query.of(COLUMNS, oid).list(connection, TableReader::column),
                        Query.of(CONSTRAINTS, oid).list(connection, TableReader::constraint),
                        IndexReader.read(connection, oid))
                .withComment(Query.of(TABLE_COMMENT, oid)
                        .list(connection, TableReader::comment)
                        .get(0));
    }

    private static Column column(ResultSet row) throws SQLException {
        ColumnType type = type(row);
        @Nullable String printed = row.getString("default");
        Optional<AutoIncrement> autoIncrement = autoIncrement(row);
        Optional<Value> defaultValue = printed == null || autoIncrement.isPresent()
                ? Optional.empty()
                : new DefaultExpression(type, printed, row.getBoolean("backslashes_doubled")).value();
        return new Column(row.getString("attname"), type, !row.getBoolean("attnotnull"), defaultValue)
                .withAutoIncrement(autoIncrement)
                .withComment(comment(row))
                .withGenerated(generated(row));
    }

    private static Optional<Generated> generated(ResultSet row) throws SQLException {
        boolean stored = row.getBoolean("stored");
        return Optional.ofNullable(row.getString("generation")).map(expression -> new Generated(expression, stored));
    }

    /** A column with a sequence that goes with it, from which its default draws, is what {@code serial} makes. */
    private static Optional<AutoIncrement> autoIncrement(ResultSet row) throws SQLException {
        if (row.getBoolean("identity")) {
            return Optional.of(AutoIncrement.IDENTITY);
        }
        return row.getBoolean("serial") && row.getBoolean("attnotnull")
                ? Optional.of(AutoIncrement.SERIAL)
                : Optional.empty();
    }

    private static Optional<String> comment(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("comment")).filter(text -> !text.isBlank());
    }

    private static ColumnType type(ResultSet row) throws SQLException {
        List<String> labels = strings(row, "labels");
        return labels.isEmpty()
                ? PostgresTypes.parse(row.getString("type"))
                : new EnumType(row.getString("typname"), labels);
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString("conname");
        List<String> columns = strings(row, "columns");
        return switch (row.getString("contype")) {
            case "p" -> new PrimaryKey(name, columns);
            case "u" -> new UniqueConstraint(name, columns);
            case "c" -> new CheckConstraint(name, row.getString("expression"));
            default -> foreignKey(name, columns, row);
        };
    }

    private static ForeignKey foreignKey(String name, List<String> columns, ResultSet row) throws SQLException {
        return new ForeignKey(
                name,
                columns,
                row.getString("referenced"),
                strings(row, "referenced_columns"),
                action(row, "confdeltype"),
                action(row, "confupdtype"));
    }

    private static ReferentialAction action(ResultSet row, String column) throws SQLException {
        String letter = row.getString(column);
        return Objects.requireNonNull(ACTIONS.get(letter), () -> "unknown referential action " + letter);
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
