package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that a batch drops and adds again in one ALTER because of their columns: those over a converted column, whose
 * place another one takes, and, in MySQL, the checks and expressions that name a renamed one (errors 3959 and 3837).
 */
final class RestatedKeys {

    private final TableBatch batch;
    private final LiveTable live;
    private final Set<String> ofConverted = new LinkedHashSet<>();
    private final Set<String> ofRenamed = new LinkedHashSet<>();

    RestatedKeys(TableBatch batch, LiveTable live, MysqlServer server) {
        this.batch = batch;
        this.live = live;
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isConverted()) {
                addUsers(plan, ofConverted);
            } else if (plan.isRenamed() && !server.isMariaDb()) {
                addUsers(plan, ofRenamed);
            }
        }
    }

    /** The indexes, in their old shape; those among them that the model doesn't know too. */
    List<Index> indexes() {
        List<Index> all = new ArrayList<>(batch.tableBefore().indexes());
        all.addAll(live.indexesUnknownTo(batch.tableBefore()));
        return all.stream()
                .filter(index -> ofConverted.contains(index.name())
                        || (ofRenamed.contains(index.name()) && holdsExpression(index)))
                .filter(index -> batch.droppedIndexes().stream()
                        .noneMatch(drop -> drop.index().equals(index.name())))
                .toList();
    }

    /** The constraints, in their old shape. */
    List<Constraint> constraints() {
        return batch.tableBefore().constraints().stream()
                .filter(constraint -> ofConverted.contains(constraint.name())
                        || (ofRenamed.contains(constraint.name()) && constraint instanceof CheckConstraint))
                .filter(constraint -> batch.droppedConstraints().stream()
                        .noneMatch(dropped -> dropped.name().equals(constraint.name())))
                .map(RestatedKeys::requireRestatable)
                .toList();
    }

    /** An index in the shape that it has afterwards. */
    Index current(Index old) {
        String name = batch.renamedIndexes().getOrDefault(old.name(), old.name());
        return batch.tableAfter().findIndex(name).orElseGet(() -> withColumnsRenamed(old));
    }

    private Index withColumnsRenamed(Index unknown) {
        SchemaModel renamed = SchemaModel.of(List.of(live.table()));
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isRenamed()) {
                renamed = renamed.withColumnRenamed(
                        batch.table(),
                        plan.origin().orElseThrow().name(),
                        plan.now().name());
            }
        }
        Table table = renamed.table(batch.table());
        return table.findIndex(unknown.name()).orElse(unknown);
    }

    private void addUsers(ColumnPlan plan, Set<String> users) {
        String column = plan.origin().orElseThrow().name();
        users.addAll(batch.tableBefore().usersOf(column));
        users.addAll(live.table().usersOf(column));
    }

    private static boolean holdsExpression(Index index) {
        return index.where().isPresent() || index.parts().stream().anyMatch(IndexPart::isExpression);
    }

    private static Constraint requireRestatable(Constraint constraint) {
        if (constraint instanceof ForeignKey) {
            throw new UnsupportedOnDialectException(
                    "a column of foreign key \"%s\" is converted: drop the foreign key before, and add it again in a revision's later step"
                            .formatted(constraint.name()));
        }
        return constraint;
    }
}
