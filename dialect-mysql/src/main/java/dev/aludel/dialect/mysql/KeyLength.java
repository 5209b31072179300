package dev.aludel.dialect.mysql;

import static java.util.Map.entry;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.Map;

/** How many bytes a key may have: 3,072 in an InnoDB page of 16 KiB (MySQL 8.4 manual, section 17.21; error 1071). */
final class KeyLength {

    private static final long LIMIT = 3_072;
    private static final long BYTES_OF_CHARACTER = 4;
    private static final long DEFAULT_STRING = 255;
    private static final long UUID_CHARACTERS = 36;

    private static final Map<ColumnType, Long> FIXED = Map.ofEntries(
            entry(Simple.SMALL_INTEGER, 2L),
            entry(Simple.INTEGER, 4L),
            entry(Simple.BIG_INTEGER, 8L),
            entry(Simple.BOOLEAN, 1L),
            entry(Simple.DOUBLE, 8L),
            entry(Simple.DATE, 3L),
            entry(Simple.TIME, 6L),
            entry(Simple.DATETIME, 8L),
            entry(Simple.TIMESTAMP_WITH_ZONE, 8L),
            entry(Simple.UUID, UUID_CHARACTERS * BYTES_OF_CHARACTER));

    private KeyLength() {}

    /** Refuses a table with a key or an index whose columns are too long together. */
    static void require(Table table) {
        table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint)
                .forEach(key -> require(
                        key.name(),
                        key.columns().stream()
                                .mapToLong(column -> bytes(table.column(column)))
                                .sum()));
        table.indexes().stream()
                .filter(index -> index.method().equals(IndexMethod.BTREE))
                .forEach(index -> require(
                        index.name(),
                        index.parts().stream()
                                .filter(part -> !part.isExpression()
                                        && part.prefixLength().isEmpty())
                                .mapToLong(part -> bytes(table.column(part.text())))
                                .sum()));
    }

    private static void require(String key, long bytes) {
        if (bytes > LIMIT) {
            throw new UnsupportedOnDialectException(
                    "\"%s\" has keys of up to %d bytes, at four bytes a character, and MySQL takes %d: make its strings shorter, or index a prefix of them"
                            .formatted(key, bytes, LIMIT));
        }
    }

    /** What is known of a column; a type, character set or collation in the author's own words counts as nothing. */
    private static long bytes(Column column) {
        if (column.clause().isPresent()) {
            return 0;
        }
        if (column.type() instanceof ColumnType.VarChar text) {
            return text.length().map(Long::valueOf).orElse(DEFAULT_STRING) * BYTES_OF_CHARACTER;
        }
        if (column.type() instanceof ColumnType.FixedChar text) {
            return text.length() * BYTES_OF_CHARACTER;
        }
        return column.type() instanceof ColumnType.VarBinary binary
                ? binary.length()
                : FIXED.getOrDefault(column.type(), 0L);
    }
}
