package dev.aludel.log;

import dev.aludel.log.JournaledAction.Kind;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Effect;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Manner;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Actions as text and back, so that a run may carry out what another one, which had seen the schema before any change, had
 * planned. In the format of {@link Properties}, a fact a line, sorted.
 */
final class ActionFacts {

    private static final String STEP_HASH = "step";
    private static final String PROBE_KIND = "leads.to.kind";
    private static final String PROBE_TABLE = "leads.to.table";
    private static final String PROBE_NAME = "leads.to.name";
    private static final String PROBE_PRESENT = "leads.to.present";
    private static final String REPEATABLE = "repeatable";
    private static final String SEQUENCE = "sequence";
    private static final String TRANSACTIONAL = "transactional";
    private static final String LEFTOVER_QUERY = "leftover.query";
    private static final String LEFTOVER_REMOVAL = "leftover.removal";
    private static final String TABLE = "table";
    private static final String PROBLEM = "problem";
    private static final String ADVICE = "advice";

    private ActionFacts() {}

    static Kind kind(Action action) {
        if (action instanceof Statement) {
            return Kind.STATEMENT;
        }
        return action instanceof Check ? Kind.CHECK : Kind.CODE;
    }

    /** The SQL; empty for Java. */
    static Optional<String> text(Action action) {
        if (action instanceof Statement statement) {
            return Optional.of(statement.sql().text());
        }
        return action instanceof Check check ? Optional.of(check.query().text()) : Optional.empty();
    }

    static String of(Action action, String stepHash) {
        Properties facts = new Properties();
        facts.setProperty(STEP_HASH, stepHash);
        if (action instanceof Statement statement) {
            facts.setProperty(REPEATABLE, String.valueOf(statement.repeatable()));
            if (statement.inSequence()) {
                facts.setProperty(SEQUENCE, String.valueOf(true));
            }
            facts.setProperty(TRANSACTIONAL, String.valueOf(statement.transactional()));
            statement.leadsTo().ifPresent(probe -> put(facts, probe));
            statement.leftover().ifPresent(leftover -> put(facts, leftover));
        } else if (action instanceof Check check) {
            facts.setProperty(TABLE, check.table());
            facts.setProperty(PROBLEM, check.failure().problem());
            facts.setProperty(ADVICE, check.failure().advice());
        }
        return written(facts);
    }

    static String stepHash(String facts) {
        return read(facts).getProperty(STEP_HASH, "");
    }

    static boolean isRepeatable(String facts) {
        return Boolean.parseBoolean(read(facts).getProperty(REPEATABLE));
    }

    static boolean isInSequence(String facts) {
        return isInSequence(read(facts));
    }

    private static boolean isInSequence(Properties facts) {
        return Boolean.parseBoolean(facts.getProperty(SEQUENCE));
    }

    static Optional<Probe> leadsTo(String facts) {
        return leadsTo(read(facts));
    }

    static Optional<Action> action(JournaledAction row) {
        Properties facts = read(row.facts());
        Optional<Sql> sql = row.statement().map(Sql::raw);
        return switch (row.kind()) {
            case STATEMENT -> sql.map(text -> statement(text, row.summary(), facts));
            case CHECK -> sql.map(text -> check(text, row.summary(), facts));
            case CODE -> Optional.empty();
        };
    }

    private static Statement statement(Sql sql, String summary, Properties facts) {
        Effect effect = new Effect(
                Optional.empty(), leadsTo(facts), Boolean.parseBoolean(facts.getProperty(REPEATABLE)), leftover(facts));
        Manner manner = Manner.of(Boolean.parseBoolean(facts.getProperty(TRANSACTIONAL)), isInSequence(facts));
        return new Statement(sql, summary, LockImpact.none(), effect, manner);
    }

    private static Optional<Leftover> leftover(Properties facts) {
        return Optional.ofNullable(facts.getProperty(LEFTOVER_QUERY))
                .map(query -> new Leftover(Sql.raw(query), Sql.raw(facts.getProperty(LEFTOVER_REMOVAL, ""))));
    }

    private static Optional<Probe> leadsTo(Properties facts) {
        return Optional.ofNullable(facts.getProperty(PROBE_KIND))
                .map(kind -> new Probe(
                        Probe.Kind.valueOf(kind),
                        facts.getProperty(PROBE_TABLE, ""),
                        facts.getProperty(PROBE_NAME, ""),
                        Boolean.parseBoolean(facts.getProperty(PROBE_PRESENT))));
    }

    private static Check check(Sql query, String summary, Properties facts) {
        Check.Failure failure = new Check.Failure(facts.getProperty(PROBLEM, summary), facts.getProperty(ADVICE, ""));
        return new Check(facts.getProperty(TABLE, ""), query, summary, failure, false);
    }

    private static void put(Properties facts, Leftover leftover) {
        facts.setProperty(LEFTOVER_QUERY, leftover.query().text());
        facts.setProperty(LEFTOVER_REMOVAL, leftover.removal().text());
    }

    private static void put(Properties facts, Probe probe) {
        facts.setProperty(PROBE_KIND, probe.kind().name());
        facts.setProperty(PROBE_TABLE, probe.table());
        facts.setProperty(PROBE_NAME, probe.name());
        facts.setProperty(PROBE_PRESENT, String.valueOf(probe.present()));
    }

    /** Without the comment that says when it was written. */
    private static String written(Properties facts) {
        StringWriter text = new StringWriter();
        try {
            facts.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<String> lines = text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .toList();
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static Properties read(String text) {
        Properties facts = new Properties();
        try {
            facts.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return facts;
    }
}
