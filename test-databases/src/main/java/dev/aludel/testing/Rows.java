package dev.aludel.testing;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of any shape. */
final class Rows {
    private Rows() {}

    /** The row that the cursor is on, as a map from column label to value, in the order of the columns. */
    static Map<String, @Nullable Object> current(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            row.put(columns.getColumnLabel(column), rows.getObject(column));
        }
        return Collections.unmodifiableMap(row);
    }
}
