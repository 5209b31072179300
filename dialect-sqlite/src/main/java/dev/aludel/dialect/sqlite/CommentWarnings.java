package dev.aludel.dialect.sqlite;

import dev.aludel.model.Column;
import dev.aludel.model.Table;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.TableChange;
import java.util.List;
import java.util.Optional;

/** That SQLite keeps no comments, said once for each step that sets some. */
final class CommentWarnings {

    private CommentWarnings() {}

    static List<String> of(Operation operation) {
        return table(operation)
                .map(table -> List.of("SQLite keeps no comments: those on table \"%s\" and its columns are left out"
                        .formatted(table)))
                .orElse(List.of());
    }

    /** The table that gets comments. */
    private static Optional<String> table(Operation operation) {
        if (operation instanceof CreateTable create && isCommented(create.table())) {
            return Optional.of(create.table().name());
        }
        return operation instanceof AlterTable alter && alter.changes().stream().anyMatch(CommentWarnings::comments)
                ? Optional.of(alter.table())
                : Optional.empty();
    }

    private static boolean isCommented(Table table) {
        return table.comment().isPresent() || table.columns().stream().anyMatch(CommentWarnings::isCommented);
    }

    private static boolean isCommented(Column column) {
        return column.comment().isPresent();
    }

    private static boolean comments(TableChange change) {
        if (change instanceof AddColumn add) {
            return isCommented(add.column());
        }
        if (change instanceof CommentTable comment) {
            return comment.change().comment().isPresent();
        }
        return change instanceof AlterColumn alter
                && alter.newComment().flatMap(comment -> comment.comment()).isPresent();
    }
}
