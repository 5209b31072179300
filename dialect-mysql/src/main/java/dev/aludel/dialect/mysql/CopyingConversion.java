package dev.aludel.dialect.mysql;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts the columns of a big table while it is copied: the new columns come with their values as a default that is an
 * expression over the old ones, so that no row is written twice, logged or kept for undoing. Secondary indexes and foreign
 * keys go before the copy, which would fill them row by row in no order, and are made from sorted entries behind it. Measured
 * on a million rows and MySQL 9.7.4, that takes a quarter of the time of an UPDATE, and a quarter of its disk.
 *
 * <p>From the first statement to the last one nobody else reads or writes the table and those that its foreign keys refer
 * to. So no row can be written between two statements, and none without its foreign key. A run that dies lets go of them:
 * the one that goes on looks for such rows first.
 */
final class CopyingConversion {

    private static final LockImpact.Level LEVEL = LockImpact.Level.READS_AND_WRITES;

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlSyntax syntax;
    private final ColumnClauses columns;
    private final KeyClauses keys;
    private final BatchChecks checks;
    private final AlterStatement alter;
    private final MysqlServer server;

    CopyingConversion(
            TableBatch batch,
            LiveTable live,
            MysqlSyntax syntax,
            ColumnClauses columns,
            KeyClauses keys,
            BatchChecks checks,
            MysqlServer server) {
        this.batch = batch;
        this.live = live;
        this.syntax = syntax;
        this.columns = columns;
        this.keys = keys;
        this.checks = checks;
        this.alter = new AlterStatement(syntax, batch.table());
        this.server = server;
    }

    /** The sequence. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        actions.add(session(prepared(), "set up the session for the copy of \"%s\"".formatted(batch.table())));
        actions.add(lockTables());
        actions.addAll(checks.ofNullableSuccessors());
        actions.add(copy());
        checks.beforeLettingGo().ifPresent(actions::add);
        actions.add(letGo());
        foreignKeys().stream().map(checks::parents).map(Check::onlyWhenResumed).forEach(actions::add);
        actions.addAll(restore());
        actions.add(session(Sql.raw("UNLOCK TABLES"), "let others at \"%s\" again".formatted(batch.table())));
        actions.add(session(restored(), "set the session back"));
        return actions;
    }

    private Statement lockTables() {
        Stream<String> parents = foreignKeys().stream()
                .map(ForeignKey::referencedTable)
                .distinct()
                .sorted();
        List<String> tables = Stream.concat(Stream.of(batch.table()), parents).toList();
        List<Sql> locks =
                tables.stream().map(table -> syntax.sql("$N WRITE", table)).toList();
        return session(
                        syntax.sql("LOCK TABLES $S", locks),
                        "keep others from \"%s\"".formatted(String.join("\", \"", tables)))
                .locking(impact(false));
    }

    private Statement copy() {
        List<Clause> clauses = new ArrayList<>();
        foreignKeys().forEach(key -> clauses.add(keys.dropForeignKey(keys.liveName(key))));
        foreignKeys().stream()
                .flatMap(key -> live.servingIndex(keys.liveName(key)).stream())
                .forEach(index -> clauses.add(keys.dropIndex(index)));
        clauses.addAll(keys.dropping());
        resting().forEach(index -> clauses.add(keys.dropIndex(index.name())));
        clauses.addAll(columns.copied());
        return part(
                clauses,
                Probe.columnExists(
                        batch.table(),
                        ColumnClauses.successor(batch.convertedColumns().get(0))),
                true);
    }

    private Statement letGo() {
        String old = batch.convertedColumns().get(0).origin().orElseThrow().name();
        return part(columns.lettingGo(), Probe.columnExists(batch.table(), old).negated(), false);
    }

    private List<Statement> restore() {
        List<Clause> clauses = new ArrayList<>(keys.adding());
        resting().forEach(index -> clauses.add(keys.addIndex(index)));
        for (ForeignKey key : foreignKeys()) {
            clauses.add(keys.add(ForeignKeyRenewal.named(key, keys.liveName(key))));
        }
        return clauses.isEmpty() ? List.of() : List.of(part(clauses, restored(clauses), false));
    }

    /**
     * A foreign key rather than an index, which somebody may have made by hand meanwhile. An index that comes back under its
     * name tells as much as another one here: the statement before took it away.
     */
    private Probe restored(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.effect().stream())
                .reduce((earlier, later) -> later)
                .orElseGet(() ->
                        Probe.indexExists(batch.table(), keys.restatedIndex().orElseThrow()));
    }

    private Statement part(List<Clause> clauses, Probe effect, boolean rewrites) {
        return alter.of(clauses)
                .orElseThrow()
                .leadsTo(effect)
                .locking(impact(rewrites))
                .asPartOfSequence();
    }

    private static LockImpact impact(boolean rewrites) {
        return new LockImpact(LEVEL, rewrites, "LOCK TABLES … WRITE until the conversion of the table is done");
    }

    private static Statement session(Sql sql, String summary) {
        return Statement.of(sql, summary, LockImpact.none()).asRepeatable().asPartOfSequence();
    }

    /** Rows that have their parents needn't be looked up once more, as long as nobody else could write. */
    private Sql prepared() {
        String keys = "@aludel_foreign_key_checks = @@SESSION.foreign_key_checks, SESSION foreign_key_checks = 0";
        String sorting =
                ", @aludel_ddl_buffer_size = @@SESSION.innodb_ddl_buffer_size, SESSION innodb_ddl_buffer_size = CAST(GREATEST(@@SESSION.innodb_ddl_buffer_size, 67108864) AS UNSIGNED)";
        return Sql.raw("SET " + keys + (server.hasDdlBuffer() ? sorting : ""));
    }

    private Sql restored() {
        String keys = "SET SESSION foreign_key_checks = @aludel_foreign_key_checks";
        return Sql.raw(
                server.hasDdlBuffer() ? keys + ", SESSION innodb_ddl_buffer_size = @aludel_ddl_buffer_size" : keys);
    }

    private List<ForeignKey> foreignKeys() {
        return batch.tableAfter().foreignKeys();
    }

    /** The indexes that nothing changes. */
    private List<Index> resting() {
        return CopyConditions.resting(batch, live);
    }
}
