package dev.aludel.dialect.postgres;

import dev.aludel.model.Value;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;

/**
 * Indexes that come and go while others read and write: outside any transaction. A build that fails, or is killed, leaves an
 * index that is not valid, which every write goes on to maintain and no query uses (the manual, CREATE INDEX, "Building
 * Indexes Concurrently").
 */
final class ConcurrentIndex {

    private final PostgresCompiler compiler;

    ConcurrentIndex(PostgresCompiler compiler) {
        this.compiler = compiler;
    }

    Statement create(CreateIndex operation) {
        String index = operation.index().name();
        Sql manner = Sql.raw(operation.ifNotExists() ? "CONCURRENTLY IF NOT EXISTS " : "CONCURRENTLY ");
        return Statement.of(
                        compiler.index(operation.table(), operation.index(), manner),
                        operation.describe(),
                        LockFacts.concurrentIndex())
                .leadsTo(Probe.indexExists(operation.table(), index))
                .leaving(invalid(operation.table(), index))
                .outsideTransaction();
    }

    /** A drop that fails leaves an index that is not valid either, and the next one drops it. */
    Statement drop(DropIndex operation) {
        return Statement.of(
                        compiler.template(
                                "DROP INDEX CONCURRENTLY $S$N",
                                Sql.raw(operation.ifExists() ? "IF EXISTS " : ""),
                                operation.index()),
                        operation.describe(),
                        LockFacts.concurrentIndex())
                .leadsTo(Probe.indexExists(operation.table(), operation.index()).negated())
                .outsideTransaction();
    }

    private Leftover invalid(String table, String index) {
        Sql query = compiler.template(
                """
                SELECT 1
                FROM pg_catalog.pg_index AS i
                JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
                JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
                JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
                WHERE NOT i.indisvalid AND c.relname = $V AND t.relname = $V AND n.nspname = current_schema()""",
                Value.of(index),
                Value.of(table));
        return new Leftover(query, compiler.template("DROP INDEX CONCURRENTLY $N", index));
    }
}
