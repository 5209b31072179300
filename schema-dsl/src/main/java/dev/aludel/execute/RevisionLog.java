package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.log.LogTableSql;
import dev.aludel.log.Outcome;
import dev.aludel.log.Run;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What the log says of one revision of a run. */
final class RevisionLog {

    private final LogTableSql sql;
    private final PlannedRevision revision;
    private final CompileContext context;
    private final Run run;
    private final Clock clock;
    private final Instant started;

    RevisionLog(Plan plan, PlannedRevision revision, CompileContext context, Run run, Clock clock) {
        this.sql = new LogTableSql(plan.dialect().syntax(), plan.versionTable().log());
        this.revision = revision;
        this.context = context;
        this.run = run;
        this.clock = clock;
        this.started = clock.instant();
    }

    LogTableSql sql() {
        return sql;
    }

    Instant now() {
        return clock.instant();
    }

    /** Adds the row of a revision that ended with {@code outcome} just now. */
    Statement ended(Outcome outcome) {
        return row(outcome, Optional.of(now()));
    }

    /** Adds the row of a revision that runs. */
    Statement running() {
        return row(Outcome.RUNNING, Optional.empty());
    }

    /** Writes a row of the log; no listener hears of it. */
    void write(Connection connection, Statement row) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(row.sql().text());
        }
    }

    private Statement row(Outcome outcome, Optional<Instant> finished) {
        return sql.insert(
                revision.header().id(),
                revision.move().direction(),
                outcome,
                sql.literal(started),
                finished.map(sql::literal),
                context.runTimeMillis(),
                run,
                revision.operationsHash());
    }
}
