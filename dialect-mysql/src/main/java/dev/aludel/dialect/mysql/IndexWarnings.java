package dev.aludel.dialect.mysql;

import dev.aludel.model.Index;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import java.util.List;

/** Which indexes hold more rows than was asked for: these databases have no indexes of some rows. */
final class IndexWarnings {

    private IndexWarnings() {}

    static List<String> of(Operation operation) {
        return created(operation).stream()
                .filter(index -> index.where().isPresent() && !MysqlIndexClauses.isLimited(index))
                .map(index ->
                        "index \"%s\" holds all rows, not only those where %s: there are no partial indexes, and queries find the same with this one"
                                .formatted(index.name(), index.where().orElseThrow()))
                .toList();
    }

    private static List<Index> created(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().indexes();
        }
        return operation instanceof CreateIndex create ? List.of(create.index()) : List.of();
    }
}
