package dev.aludel.dialect.mysql;

import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import java.util.Optional;

/**
 * One clause of an ALTER TABLE.
 *
 * @param words what it does, in a few words: {@code drop column "created_at"}
 * @param effect what is true of the schema afterwards and wasn't before; empty where a look at the schema can't tell
 * @param repeatable whether saying it once more changes nothing
 */
record Clause(Sql sql, String words, AlterCost cost, Optional<Probe> effect, boolean repeatable) {

    static Clause of(Sql sql, String words, AlterCost cost) {
        return new Clause(sql, words, cost, Optional.empty(), false);
    }

    Clause leadsTo(Probe probe) {
        return new Clause(sql, words, cost, Optional.of(probe), repeatable);
    }

    Clause asRepeatable() {
        return new Clause(sql, words, cost, effect, true);
    }
}
