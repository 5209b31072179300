package dev.aludel.dialect.mysql;

import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import java.util.Optional;

/**
 * One clause of an ALTER TABLE.
 *
 * @param words what it does, in a few words: {@code drop column "created_at"}
 * @param effect what is true of the schema afterwards and wasn't before; empty where a look at the schema can't tell
 */
record Clause(Sql sql, String words, AlterCost cost, Optional<Probe> effect) {

    static Clause of(Sql sql, String words, AlterCost cost) {
        return new Clause(sql, words, cost, Optional.empty());
    }

    Clause leadsTo(Probe probe) {
        return new Clause(sql, words, cost, Optional.of(probe));
    }
}
