package dev.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Statement PLAIN =
            Statement.of(Sql.raw("CREATE INDEX ix ON t (a)"), "create index \"ix\"", LockImpact.none());

    private static final Leftover LEFTOVER = new Leftover(Sql.raw("SELECT 1 FROM broken"), Sql.raw("DROP INDEX ix"));

    @Test
    void a_statement_may_run_inside_a_transaction_unless_it_says_otherwise() {
        assertThat(PLAIN.transactional()).isTrue();
        assertThat(PLAIN.outsideTransaction().transactional()).isFalse();
    }

    @Test
    void each_fact_keeps_the_others() {
        LockImpact lock = new LockImpact(LockImpact.Level.WRITES, false, "SHARE");

        Statement oneOrder = PLAIN.outsideTransaction()
                .skippedWhen(Probe.tableExists("t"))
                .leadsTo(Probe.indexExists("t", "ix"))
                .leaving(LEFTOVER)
                .locking(lock);
        Statement other = PLAIN.locking(lock)
                .leadsTo(Probe.indexExists("t", "ix"))
                .skippedWhen(Probe.tableExists("t"))
                .outsideTransaction()
                .leaving(LEFTOVER);

        assertThat(oneOrder)
                .isEqualTo(other)
                .isEqualTo(new Statement(
                        PLAIN.sql(),
                        PLAIN.summary(),
                        lock,
                        new Effect(
                                Optional.of(Probe.tableExists("t")),
                                Optional.of(Probe.indexExists("t", "ix")),
                                false,
                                Optional.of(LEFTOVER)),
                        Manner.of(false, false)));
    }
}
