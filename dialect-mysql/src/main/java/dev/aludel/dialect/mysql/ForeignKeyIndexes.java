package dev.aludel.dialect.mysql;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which indexes serve which foreign keys. Each foreign key needs an index that begins with its columns; where a table has
 * none the server makes one, and takes it away again as soon as there is another.
 */
final class ForeignKeyIndexes {

    private final MysqlServer server;

    ForeignKeyIndexes(MysqlServer server) {
        this.server = server;
    }

    /** Whether an index of {@code table} that is not of the server's own making serves {@code key}. */
    boolean serves(Table table, ForeignKey key) {
        Stream<List<String>> keys = table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint)
                .map(constraint -> constraint.columns());
        return Stream.concat(keys, table.indexes().stream().map(this::usableColumns))
                .anyMatch(columns -> beginsWith(columns, key.columns()));
    }

    /** Whether one of {@code indexes} serves {@code key}. */
    boolean anyServes(List<Index> indexes, ForeignKey key) {
        return indexes.stream().map(this::usableColumns).anyMatch(columns -> beginsWith(columns, key.columns()));
    }

    /** The columns at the start of an index, as far as a foreign key can go by them. */
    private List<String> usableColumns(Index index) {
        if (MysqlIndexClauses.isLimited(index) || !index.method().equals(IndexMethod.BTREE)) {
            return List.of();
        }
        List<String> columns = index.parts().stream()
                .takeWhile(this::isUsable)
                .map(IndexPart::text)
                .toList();
        return columns.size() < index.parts().size() ? columns : index.columns();
    }

    private boolean isUsable(IndexPart part) {
        return !part.isExpression()
                && part.prefixLength().isEmpty()
                && (!part.descending() || server.descendingIndexServesForeignKey());
    }

    private static boolean beginsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }
}
