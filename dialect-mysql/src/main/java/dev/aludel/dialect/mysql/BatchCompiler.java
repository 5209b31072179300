package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.model.Column;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.Value;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.CreateIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Turns a batch of changes of one table into actions: checks, an ALTER that makes room, an UPDATE that moves values, and
 * an ALTER that does all the rest. Only the last one is there where no value moves.
 */
final class BatchCompiler {

    private final MysqlSyntax syntax;
    private final MysqlServer server;
    private final MysqlValues values;
    private final BiFunction<Value, Column, Sql> storedValue;

    BatchCompiler(
            MysqlSyntax syntax, MysqlServer server, MysqlValues values, BiFunction<Value, Column, Sql> storedValue) {
        this.syntax = syntax;
        this.server = server;
        this.values = values;
        this.storedValue = storedValue;
    }

    /** The actions, as far as they can be known from {@code live}. */
    List<Action> compile(TableBatch batch, LiveTable live) {
        return compile(batch, live, false);
    }

    /**
     * The actions.
     *
     * @param copies whether the table is one whose conversion is worth a {@link CopyingConversion}, and may have it
     */
    List<Action> compile(TableBatch batch, LiveTable live, boolean copies) {
        ColumnObstacles.require(batch, server);
        AlterStatement alter = new AlterStatement(syntax, batch.table());
        KeyClauses keys = new KeyClauses(batch, live, syntax, definitions(), server);
        MovedValues moved = new MovedValues(syntax, storedValue);
        ColumnClauses columns = new ColumnClauses(batch, live, syntax, values, moved, server);
        BatchChecks checks = new BatchChecks(batch, syntax, moved);
        List<Action> actions = new ArrayList<>(checks.preconditions());
        Optional<Statement> fill = new FillStatement(batch, live, syntax, moved).statement();
        requireNoTriggers(batch, live, fill);
        if (copies) {
            actions.addAll(new CopyingConversion(batch, live, syntax, columns, keys, checks, server).actions());
            return actions;
        }
        alter.of(columns.preparing()).ifPresent(actions::add);
        fill.ifPresent(actions::add);
        checks.beforeLettingGo().ifPresent(actions::add);
        actions.addAll(finishing(batch, live, alter, columns, keys));
        return actions;
    }

    KeyDefinitions definitions() {
        return new KeyDefinitions(syntax, server);
    }

    private List<Statement> finishing(
            TableBatch batch, LiveTable live, AlterStatement alter, ColumnClauses columns, KeyClauses keys) {
        Optional<Statement> alone = indexAlone(batch, live);
        if (alone.isPresent()) {
            return List.of(alone.get());
        }
        ForeignKeyRenewal renewal = new ForeignKeyRenewal(keys);
        List<ForeignKey> bereft = keys.leftWithoutIndex();
        List<Clause> clauses = new ArrayList<>(renewal.first(bereft));
        clauses.addAll(keys.dropping());
        clauses.addAll(columns.finishing());
        clauses.addAll(keys.adding());
        clauses.addAll(renewal.replacing(bereft));
        batch.tableComment().ifPresent(change -> clauses.add(comment(batch.table(), change)));
        List<Statement> statements = new ArrayList<>(alter.of(clauses).stream().toList());
        alter.of(renewal.second(bereft)).ifPresent(statements::add);
        return statements;
    }

    private Clause comment(String table, CommentChange change) {
        return Clause.of(
                        syntax.sql("COMMENT = $S", CommentClause.ofTable(table, change.comment())),
                        change.comment().isPresent() ? "set comment" : "drop comment",
                        AlterCost.INSTANT)
                .asRepeatable();
    }

    /** One new index reads best as CREATE INDEX. */
    private Optional<Statement> indexAlone(TableBatch batch, LiveTable live) {
        if (batch.steps().size() != 1 || batch.createdIndexes().size() != 1) {
            return Optional.empty();
        }
        CreateIndex create = batch.createdIndexes().iterator().next();
        Index index = create.index();
        if (create.ifNotExists() && !live.isAssumed() && live.hasIndex(index.name())) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                        definitions().indexes().create(index, batch.table()),
                        "create index \"%s\" on \"%s\"".formatted(index.name(), batch.table()),
                        AlterCost.IN_PLACE.impact())
                .leadsTo(Probe.indexExists(batch.table(), index.name())));
    }

    /** A trigger would do to every row what its author meant for single ones. */
    private static void requireNoTriggers(TableBatch batch, LiveTable live, Optional<Statement> fill) {
        if (fill.isPresent() && !live.updateTriggers().isEmpty()) {
            throw new LiveSchemaException(
                    "the values of table \"%s\" are moved by an UPDATE, which would fire its triggers %s for each row. Drop them in the revision before this step, and create them again after it, with execute(…)"
                            .formatted(batch.table(), live.updateTriggers()));
        }
    }
}
