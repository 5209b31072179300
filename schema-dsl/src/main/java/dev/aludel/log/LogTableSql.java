package dev.aludel.log;

import dev.aludel.model.Value;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements that keep the log. A revision's row is part 0; its actions, numbered from 1, have rows as long as
 * they are not all done. Points in time are text in UTC, {@code 2026-01-31T12:00:00.000Z}, so that they sort and read alike
 * on every database.
 */
public final class LogTableSql {

    private final Syntax syntax;
    private final LogTable table;
    private final Sql name;

    /** For {@code table}, in the words of {@code syntax}. */
    public LogTableSql(Syntax syntax, LogTable table) {
        this.syntax = syntax;
        this.table = table;
        this.name = syntax.name(table.schema(), table.name());
    }

    /** Creates the table where it isn't there. */
    public Statement create() {
        Sql sql = syntax.sql(
                """
                CREATE TABLE IF NOT EXISTS $S (
                    entry BIGINT NOT NULL,
                    part INTEGER NOT NULL,
                    revision VARCHAR(255) NOT NULL,
                    direction VARCHAR(10) NOT NULL,
                    outcome VARCHAR(12) NOT NULL,
                    started_at VARCHAR(24),
                    finished_at VARCHAR(24),
                    run_time_millis BIGINT,
                    who VARCHAR(255),
                    tool VARCHAR(255),
                    tag VARCHAR(255),
                    hash VARCHAR(100),
                    step INTEGER,
                    action VARCHAR(10),
                    summary TEXT,
                    statement TEXT,
                    facts TEXT,
                    CONSTRAINT $N PRIMARY KEY (entry, part)
                )""",
                name,
                table.name() + "_pkc");
        return Statement.of(sql, "create migration log \"%s\"".formatted(table), LockImpact.none())
                .taking(Effort.DECLARATION);
    }

    /**
     * Adds the row of a revision; its number is one more than the greatest.
     *
     * @param started an expression
     * @param finished an expression; empty as long as it runs
     * @param runTimeMillis the time of the run, where it is known
     */
    public Statement insert(
            RevisionId revision,
            Direction direction,
            Outcome outcome,
            Sql started,
            Optional<Sql> finished,
            Optional<Long> runTimeMillis,
            Run run,
            Optional<String> hash) {
        Map<String, Sql> row = new LinkedHashMap<>();
        row.put("part", literal(0));
        row.put("revision", literal(revision.value()));
        row.put("direction", literal(direction.name().toLowerCase(Locale.ROOT)));
        row.put("outcome", literal(outcome.text()));
        row.put("started_at", started);
        finished.ifPresent(end -> row.put("finished_at", end));
        runTimeMillis.ifPresent(millis -> row.put("run_time_millis", literal(millis)));
        row.put("who", literal(run.who()));
        row.put("tool", literal(run.tool()));
        run.tag().ifPresent(tag -> row.put("tag", literal(tag)));
        hash.ifPresent(text -> row.put("hash", literal(text)));
        Sql sql = syntax.sql(
                "INSERT INTO $S (\n    entry, $N\n)\nSELECT\n    COALESCE(MAX(entry), 0) + 1,\n    $S\nFROM $S",
                name,
                row.keySet(),
                Sql.joined(",\n    ", row.values()),
                name);
        return Statement.of(sql, "log revision \"%s\"".formatted(revision), LockImpact.none())
                .taking(Effort.DECLARATION);
    }

    /** The number of the newest row. */
    Sql newestEntry() {
        return syntax.sql("SELECT MAX(entry) FROM $S", name);
    }

    /**
     * A query for where a database stands, in one round trip: the version table's ids, each with 0 and an empty text; and, of
     * the newest entry, an empty id with its number and its outcome. To look for open outcomes here would take PostgreSQL a
     * third longer in a new session, measured on 17.5.
     *
     * @param ids selects the version table's ids
     */
    public Sql standing(Sql ids, Sql versionTable) {
        return syntax.sql(
                """
                SELECT $S, 0, '' FROM $S
                UNION ALL
                SELECT '', entry, outcome FROM $S
                WHERE part = 0 AND entry = (SELECT MAX(entry) FROM $S)""",
                ids,
                versionTable,
                name,
                name);
    }

    /** The rows of the revisions, oldest first. */
    Sql select() {
        return syntax.sql(
                "SELECT entry, revision, direction, outcome, started_at, finished_at, who, tool, tag, hash FROM $S WHERE part = 0 ORDER BY entry",
                name);
    }

    /** All rows of one entry: the revision's, and its actions' in order. */
    Sql select(long entry) {
        return syntax.sql("SELECT * FROM $S WHERE entry = $S ORDER BY part", name, literal(entry));
    }

    /** Adds the rows of actions that are planned. */
    Sql insert(long entry, RevisionId revision, Direction direction, List<JournaledAction> actions) {
        List<Sql> rows = actions.stream()
                .map(action -> syntax.sql("($S)", row(entry, revision, direction, action)))
                .toList();
        return syntax.sql(
                "INSERT INTO $S (entry, part, revision, direction, outcome, hash, step, action, summary, statement, facts)\nVALUES $S",
                name,
                Sql.joined(",\n    ", rows));
    }

    private List<Sql> row(long entry, RevisionId revision, Direction direction, JournaledAction action) {
        return List.of(
                literal(entry),
                literal(action.position()),
                literal(revision.value()),
                literal(direction.name().toLowerCase(Locale.ROOT)),
                literal(action.outcome().text()),
                literal(action.hash()),
                literal(action.step()),
                literal(action.kind().text()),
                literal(action.summary()),
                action.statement().map(this::literal).orElse(Sql.raw("NULL")),
                literal(action.facts()));
    }

    /** Says what became of a row. */
    Sql outcome(long entry, int position, Outcome outcome) {
        return syntax.sql(
                "UPDATE $S SET outcome = $S WHERE entry = $S AND part = $S",
                name,
                literal(outcome.text()),
                literal(entry),
                literal(position));
    }

    /** Says that actions are done, and that others run, as long as {@code condition} is true. */
    Sql marks(long entry, List<Integer> done, List<Integer> running, Optional<Sql> condition) {
        List<Sql> positions = Stream.concat(done.stream(), running.stream())
                .map(this::literal)
                .toList();
        Sql outcome = running.isEmpty() || done.isEmpty()
                ? literal((running.isEmpty() ? Outcome.DONE : Outcome.RUNNING).text())
                : syntax.sql(
                        "CASE WHEN part IN ($S) THEN $S ELSE $S END",
                        positions.subList(0, done.size()),
                        literal(Outcome.DONE.text()),
                        literal(Outcome.RUNNING.text()));
        return syntax.sql(
                "UPDATE $S SET outcome = $S WHERE entry = $S AND part IN ($S)$S",
                name,
                outcome,
                literal(entry),
                positions,
                and(condition));
    }

    private Sql and(Optional<Sql> condition) {
        return condition.map(also -> syntax.sql(" AND $S", also)).orElse(Sql.raw(""));
    }

    /** Says of the action that runs that it failed. */
    Sql failRunning(long entry) {
        return syntax.sql(
                "UPDATE $S SET outcome = $S WHERE entry = $S AND part > 0 AND outcome = $S",
                name,
                literal(Outcome.FAILED.text()),
                literal(entry),
                literal(Outcome.RUNNING.text()));
    }

    /** Says what became of a revision, and when, as long as {@code condition} is true. */
    Sql finish(long entry, Outcome outcome, Instant finished, Optional<Sql> condition) {
        return syntax.sql(
                "UPDATE $S SET outcome = $S, finished_at = $S WHERE entry = $S AND part = 0$S",
                name,
                literal(outcome.text()),
                literal(finished),
                literal(entry),
                and(condition));
    }

    /** Forgets the actions of a step, or of all. */
    Sql deleteActions(long entry, int fromStep) {
        return syntax.sql(
                "DELETE FROM $S WHERE entry = $S AND part > 0 AND step >= $S", name, literal(entry), literal(fromStep));
    }

    /** Forgets the actions of one step behind a position. */
    Sql deleteActions(long entry, int step, int position) {
        return syntax.sql(
                "DELETE FROM $S WHERE entry = $S AND part > $S AND step = $S",
                name,
                literal(entry),
                literal(position),
                literal(step));
    }

    /** A point in time as the table spells it. */
    public Sql literal(Instant instant) {
        return literal(LogTime.text(instant));
    }

    private Sql literal(String text) {
        return syntax.literal(Value.of(text));
    }

    private Sql literal(Integer number) {
        return literal(number.longValue());
    }

    private Sql literal(long number) {
        return syntax.literal(Value.of(number));
    }
}
