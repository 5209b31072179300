package dev.aludel.dialect.mysql;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.Operation;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a batch may be carried out by a {@link CopyingConversion}: it is nothing but conversions of columns that get
 * another name, and of indexes; all that goes for a while can be made again as it was; the server can keep others away; and
 * there are so many rows that it is worth it. In all other cases an UPDATE moves the values.
 */
final class CopyConditions {

    /** Below it an UPDATE takes no longer, and others can read meanwhile. */
    static final int WORTHWHILE_ROWS = 10_000;

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlServer server;

    CopyConditions(TableBatch batch, LiveTable live, MysqlServer server) {
        this.batch = batch;
        this.live = live;
        this.server = server;
    }

    /** Whether the batch may, and had better, be carried out so. */
    boolean allow(Rows rows) throws SQLException {
        return isConversionOnly()
                && hasKnownKeysOnly()
                && new CopyFitness(rows, server).isFit(batch.table(), WORTHWHILE_ROWS);
    }

    /** What a plan can't show, which is made before anybody counts rows. */
    static List<String> warnings(Operation operation) {
        boolean converts = operation instanceof AlterTable alter
                && alter.changes().stream()
                        .anyMatch(change -> change instanceof AlterColumn column
                                && column.conversion()
                                        .filter(Conversion.EpochMillis.class::isInstance)
                                        .isPresent()
                                && !column.nameAfter().equals(column.column()));
        return converts
                ? List.of(
                        "from %d rows on, table \"%s\" is converted while it is copied, under LOCK TABLES: until that is done, nobody else reads or writes it or a table that its foreign keys refer to"
                                .formatted(
                                        WORTHWHILE_ROWS,
                                        operation.changedTable().orElseThrow()))
                : List.of();
    }

    /** The indexes that nothing in the batch changes, and that can be made again from what the model says. */
    static List<Index> resting(TableBatch batch, LiveTable live) {
        Set<String> changed = new HashSet<>(batch.renamedIndexes().keySet());
        batch.droppedIndexes().forEach(drop -> changed.add(drop.index()));
        List<String> converted = convertedNames(batch);
        return batch.tableBefore().indexes().stream()
                .filter(index -> !changed.contains(index.name()) && isPlain(index))
                .filter(index -> index.columns().stream().noneMatch(converted::contains))
                .filter(index -> live.table()
                        .findIndex(index.name())
                        .filter(found -> found.columns().equals(index.columns()))
                        .isPresent())
                .toList();
    }

    private static List<String> convertedNames(TableBatch batch) {
        return batch.convertedColumns().stream()
                .map(plan -> plan.origin().orElseThrow().name())
                .toList();
    }

    private boolean isConversionOnly() {
        boolean otherChanges = batch.columns().stream().anyMatch(plan -> plan.isChanged() && !isCopyable(plan));
        boolean constraints = !batch.addedConstraints().isEmpty()
                || !batch.droppedConstraints().isEmpty();
        return !batch.convertedColumns().isEmpty()
                && !otherChanges
                && !constraints
                && batch.droppedColumns().isEmpty()
                && batch.tableComment().isEmpty()
                && server.hasExpressionDefaults();
    }

    /** Of a conversion by an author's own expression nobody knows whether it may be a default. */
    private boolean isCopyable(ColumnPlan plan) {
        boolean known = plan.conversion()
                .filter(Conversion.EpochMillis.class::isInstance)
                .isPresent();
        return known
                && plan.isRenamed()
                && live.table().find(plan.now().name()).isEmpty()
                && plan.now().defaultValue().isEmpty()
                && plan.fill().filter(CopyConditions::isLiteral).isPresent()
                        == plan.fill().isPresent();
    }

    private static boolean isLiteral(Value value) {
        return value instanceof Value.RunTimeMillis
                || value instanceof Value.Numeric
                || value instanceof Value.Text
                || value instanceof Value.Null;
    }

    /** What is unique stays guarded: it is neither dropped nor made again. */
    private boolean hasKnownKeysOnly() {
        List<String> converted = convertedNames(batch);
        Set<String> users = new HashSet<>();
        converted.forEach(column -> users.addAll(batch.tableBefore().usersOf(column)));
        converted.forEach(column -> users.addAll(live.table().usersOf(column)));
        boolean plainIndexes = batch.createdIndexes().stream().allMatch(create -> isPlain(create.index()))
                && users.stream().allMatch(this::isPlainIndex);
        return plainIndexes && foreignKeysAreKnown();
    }

    private boolean isPlainIndex(String name) {
        Optional<Index> known =
                live.table().findIndex(name).or(() -> batch.tableBefore().findIndex(name));
        return known.filter(CopyConditions::isPlain).isPresent();
    }

    private static boolean isPlain(Index index) {
        return !index.unique()
                && index.method().equals(IndexMethod.BTREE)
                && index.where().isEmpty()
                && index.parts().stream().allMatch(CopyConditions::isWholeColumn)
                && !MysqlIndexClauses.isLimited(index);
    }

    private static boolean isWholeColumn(IndexPart part) {
        return !part.isExpression() && part.prefixLength().isEmpty() && !part.descending();
    }

    /** A key to the table itself would need a lock for each time that a check names it. */
    private boolean foreignKeysAreKnown() {
        Set<ForeignKey> known = unnamed(batch.tableBefore().foreignKeys());
        return known.equals(unnamed(live.table().foreignKeys()))
                && known.size() == batch.tableBefore().foreignKeys().size()
                && batch.tableBefore().foreignKeys().equals(batch.tableAfter().foreignKeys())
                && known.stream().noneMatch(key -> key.referencedTable().equals(batch.table()));
    }

    private static Set<ForeignKey> unnamed(List<ForeignKey> keys) {
        return keys.stream().map(key -> ForeignKeyRenewal.named(key, "any")).collect(Collectors.toSet());
    }
}
