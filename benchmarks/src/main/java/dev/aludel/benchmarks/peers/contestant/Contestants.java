package dev.aludel.benchmarks.peers.contestant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All who can take part on this machine. */
public final class Contestants implements AutoCloseable {

    private static final List<ArchivedProcess> ARCHIVED = Stream.of(
                    Aludel.STANDARD, RawJdbc.revisionByRevision(), new Flyway(), new Liquibase())
            .map(ArchivedProcess::new)
            .toList();

    /** The names of all who could, by their ids, in the order of tables. */
    public static final Map<String, String> TITLES = titles();

    private final Optional<Alembic> alembic;

    private Contestants(Optional<Alembic> alembic) {
        this.alembic = alembic;
    }

    /** Says so where Alembic is missing. */
    public static Contestants onThisMachine() {
        Optional<Alembic> alembic = Alembic.installed();
        if (alembic.isEmpty()) {
            System.err.println("Alembic does not take part: there is no command \"alembic\" on the path.");
        }
        return new Contestants(alembic);
    }

    /** In the order of the first round. */
    public List<Contestant> all() {
        return Stream.of(
                        Stream.of(Aludel.STANDARD, new KeptAludel(), Aludel.NEW_COLUMNS, new ReplayedJdbc()),
                        RawJdbc.all().stream(),
                        alembic.stream(),
                        Stream.of(new Flyway(), new Liquibase()),
                        ARCHIVED.stream())
                .<Contestant>flatMap(contestants -> contestants)
                .toList();
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(Aludel.STANDARD.id(), Aludel.STANDARD.title());
        titles.put(KeptAludel.ID, KeptAludel.TITLE);
        titles.put(Aludel.NEW_COLUMNS.id(), Aludel.NEW_COLUMNS.title());
        titles.put(ReplayedJdbc.ID, "raw JDBC, Aludel's statements");
        RawJdbc.all().forEach(raw -> titles.put(raw.id(), raw.title()));
        titles.put("alembic", "Alembic");
        titles.put("flyway", "Flyway");
        titles.put("liquibase", "Liquibase");
        ARCHIVED.forEach(archived -> titles.put(archived.id(), archived.title()));
        return Collections.unmodifiableMap(titles);
    }

    @Override
    public void close() {
        alembic.ifPresent(Alembic::close);
    }
}
