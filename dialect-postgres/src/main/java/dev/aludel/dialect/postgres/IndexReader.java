package dev.aludel.dialect.postgres;

import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.NullOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the indexes of one table from the catalog. */
final class IndexReader {

    /**
     * In the order of creation, without those that a constraint brought along. Of an option, bit 1 means DESC and bit 2
     * NULLS FIRST; an operator class is shown where it is not the default of its type and method.
     */
    private static final String INDEXES =
            """
            SELECT c.relname, i.indisunique, m.amname,
                pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS condition,
                ARRAY(SELECT coalesce(a.attname::text, pg_catalog.pg_get_indexdef(i.indexrelid, part::integer, true))
                    FROM generate_series(1, i.indnkeyatts) AS part
                    LEFT JOIN pg_catalog.pg_attribute AS a
                        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[part - 1] AND a.attnum <> 0
                    ORDER BY part) AS parts,
                ARRAY(SELECT i.indkey[part - 1] = 0
                    FROM generate_series(1, i.indnkeyatts) AS part ORDER BY part) AS expressions,
                ARRAY(SELECT i.indoption[part - 1]::integer
                    FROM generate_series(1, i.indnkeyatts) AS part ORDER BY part) AS options,
                ARRAY(SELECT CASE WHEN o.opcdefault THEN '' ELSE o.opcname::text END
                    FROM generate_series(1, i.indnkeyatts) AS part
                    JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[part - 1]
                    ORDER BY part) AS operator_classes,
                ARRAY(SELECT a.attname::text
                    FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS part
                    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[part - 1]
                    ORDER BY part) AS included
            FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
            WHERE i.indrelid = ?::bigint::oid
                AND (i.indisvalid OR c.relkind = 'I')
                AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_constraint AS k
                    WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY c.oid
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private IndexReader() {}

    /** The indexes of the table of this oid. */
    static List<Index> read(Connection connection, long oid) throws SQLException {
        return Query.of(INDEXES, oid).list(connection, IndexReader::index);
    }

    private static Index index(ResultSet row) throws SQLException {
        String[] texts = strings(row, "parts");
        Boolean[] expressions = (Boolean[]) row.getArray("expressions").getArray();
        Integer[] options = (Integer[]) row.getArray("options").getArray();
        String[] operatorClasses = strings(row, "operator_classes");
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String text = expressions[i] ? withoutParentheses(texts[i]) : texts[i];
            parts.add(part(text, expressions[i], options[i], operatorClasses[i]));
        }
        return new Index(
                row.getString("relname"),
                parts,
                row.getBoolean("indisunique"),
                Optional.ofNullable(row.getString("condition")),
                IndexMethod.of(row.getString("amname")),
                List.of(strings(row, "included")));
    }

    private static IndexPart part(String text, boolean isExpression, int options, String operatorClass) {
        boolean descending = (options & DESCENDING) != 0;
        boolean nullsFirst = (options & NULLS_FIRST) != 0;
        Optional<NullOrder> nulls = nullsFirst == descending
                ? Optional.empty()
                : Optional.of(nullsFirst ? NullOrder.FIRST : NullOrder.LAST);
        return new IndexPart(
                text,
                isExpression,
                descending,
                nulls,
                Optional.of(operatorClass).filter(name -> !name.isEmpty()),
                Optional.empty());
    }

    /** An expression that is no function call stands in a pair of parentheses of its own. */
    private static String withoutParentheses(String expression) {
        return expression.startsWith("(") && expression.endsWith(")")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
