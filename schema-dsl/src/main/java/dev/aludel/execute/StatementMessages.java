package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.execute.PendingStatements.Part;
import dev.aludel.execute.PendingStatements.Pending;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a revision's actions inside its one transaction: in one message what takes no time, where the dialect sends
 * statements together. The first message makes sure of the migration lock before anything else.
 */
final class StatementMessages {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Dialect dialect;
    private final PlannedRevision revision;
    private final RevisionWork work;
    private final PendingStatements pending;
    private Optional<Sql> verification = Optional.empty();

    StatementMessages(
            Connection connection,
            MigrationLock.Held lock,
            Dialect dialect,
            PlannedRevision revision,
            RevisionWork work,
            NewTables newTables) {
        this.connection = connection;
        this.lock = lock;
        this.dialect = dialect;
        this.revision = revision;
        this.work = work;
        this.pending = new PendingStatements(dialect.transactions().sendsTogether(), newTables);
    }

    /** Makes sure of the lock, perhaps only when {@link #send} is called, ahead of everything else. */
    void verifyLock() throws SQLException {
        verification = pending.together() ? lock.verification() : Optional.empty();
        if (verification.isEmpty()) {
            lock.verify(connection);
        }
    }

    /** Creates the bookkeeping's tables, perhaps only when {@link #send} is called. */
    void prepare() throws SQLException {
        if (pending.together()) {
            revision.preparation().forEach(statement -> pending.add(Part.PREPARATION, statement));
        } else {
            work.prepare();
        }
    }

    /** Carries out the actions of a step; what comes last of them perhaps only when {@link #send} is called, with what follows. */
    void run(CompiledStep step, List<Action> actions) throws SQLException {
        for (Action action : actions) {
            if (pending.takes(step, action)) {
                putOff(step, (Statement) action);
            } else {
                send();
                work.run(action);
                pending.ran(step, action);
            }
        }
    }

    private void putOff(CompiledStep step, Statement statement) throws SQLException {
        if (pending.endsBefore(step, statement)) {
            send();
        }
        pending.add(step, statement);
    }

    /** Carries out all that was put off, moves the version table's rows, and writes the row of the log. */
    void conclude(Statement logRow) throws SQLException {
        if (pending.together()) {
            revision.versionStatements().forEach(statement -> pending.add(Part.VERSION_ROW, statement));
            pending.add(Part.LOG_ROW, logRow);
            send();
        } else {
            work.recordVersion();
            work.runner().perform(logRow);
        }
    }

    /** Carries out what was put off. */
    void send() throws SQLException {
        Optional<CompiledStep> current = work.step();
        List<Pending> message = pending.take();
        if (message.isEmpty()) {
            verifyUnlessDone();
        } else if (message.size() == 1 && verification.isEmpty()) {
            begin(message.get(0));
            runBegun(message.get(0));
        } else {
            send(message);
        }
        work.enter(current);
    }

    private void send(List<Pending> message) throws SQLException {
        begin(message.get(0));
        sendBegun(message);
    }

    private void sendBegun(List<Pending> message) throws SQLException {
        long start = System.nanoTime();
        List<Sql> sql = new ArrayList<>(verification.stream().toList());
        message.forEach(next -> sql.add(next.statement().sql()));
        List<Long> rows;
        try {
            rows = dialect.transactions().sendTogether(connection, sql);
        } catch (SQLException refused) {
            if (connection.isClosed() || isStopped(refused)) {
                throw refused;
            }
            sendAnew(message, refused);
            return;
        }
        verification = Optional.empty();
        Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(message.size());
        tell(message, each, rows.subList(rows.size() - message.size(), rows.size()));
    }

    /** Where it may be the verification that was refused, as where nobody may use a DO block, the rest is sent without it. */
    private void sendAnew(List<Pending> message, SQLException refused) throws SQLException {
        boolean mayBeVerification =
                verification.isPresent() && !dialect.lockWaits().isRetryable(refused);
        verifyUnlessDone();
        if (mayBeVerification) {
            sendBegun(message);
        } else {
            runOneByOne(message, refused);
        }
    }

    private void verifyUnlessDone() throws SQLException {
        if (verification.isPresent()) {
            lock.verify(connection);
            verification = Optional.empty();
        }
    }

    /** Whether somebody, or a limit of time, put an end to it: SQLSTATE's class 57, operator intervention. */
    private static boolean isStopped(SQLException refused) {
        String state = refused.getSQLState();
        return state != null && state.startsWith("57");
    }

    /** The first is known to have begun. */
    private void tell(List<Pending> message, Duration each, List<Long> rows) {
        end(message.get(0), each, rows.get(0));
        for (int index = 1; index < message.size(); index++) {
            begin(message.get(index));
            end(message.get(index), each, rows.get(index));
        }
    }

    /** Finds out which one is refused. Who stood in the way of {@code refused} most likely still does. */
    private void runOneByOne(List<Pending> message, SQLException refused) throws SQLException {
        try (AppliedSettings settings = work.limit().withoutWaiting(connection)) {
            runBegun(message.get(0));
            for (Pending next : message.subList(1, message.size())) {
                begin(next);
                runBegun(next);
            }
        } catch (SQLException found) {
            boolean ofLocks = dialect.lockWaits().isRetryable(found)
                    && dialect.lockWaits().isRetryable(refused);
            throw ofLocks ? refused : found;
        }
    }

    private void begin(Pending next) {
        work.enter(next.step());
        if (next.part() != Part.LOG_ROW) {
            work.progress().start(next.statement());
            work.runner().begin(next.statement());
        }
    }

    private void runBegun(Pending begun) throws SQLException {
        long start = System.nanoTime();
        long rows = work.ran(() -> work.runner().perform(begun.statement()));
        end(begun, Duration.ofNanos(System.nanoTime() - start), rows);
    }

    private void end(Pending done, Duration duration, long rows) {
        if (done.part() == Part.LOG_ROW) {
            return;
        }
        work.runner().end(done.statement(), duration, rows);
        if (done.part() == Part.PREPARATION) {
            work.progress().forget();
        } else {
            work.progress().finish();
        }
        if (done.part() == Part.VERSION_ROW) {
            RevisionWork.requireOneRow(done.statement(), rows);
        }
    }
}
