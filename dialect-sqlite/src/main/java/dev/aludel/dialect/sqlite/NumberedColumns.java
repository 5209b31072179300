package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Table;
import java.util.List;

/** Columns that SQLite numbers: another name for the rowid, which only an INTEGER that is the whole primary key is. */
final class NumberedColumns {

    private NumberedColumns() {}

    /** The type that the column is declared with: a BIGINT would be no name for the rowid (lang_createtable.html). */
    static ColumnType type(Column column) {
        return column.autoIncrement().isPresent() ? ColumnType.Simple.INTEGER : column.type();
    }

    /** Refuses a table with a column that SQLite wouldn't number. */
    static void require(Table table) {
        List<String> key =
                table.primaryKey().map(primaryKey -> primaryKey.columns()).orElse(List.of());
        for (Column column : table.columns()) {
            if (column.autoIncrement().isPresent() && !key.equals(List.of(column.name()))) {
                throw new UnsupportedOnDialectException(
                        "column \"%s\" of table \"%s\" cannot be numbered, because SQLite numbers only a column that is the whole primary key"
                                .formatted(column.name(), table.name()));
            }
        }
    }
}
