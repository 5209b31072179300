package dev.aludel.benchmarks.peers.contestant;

import java.util.List;
import java.util.stream.Stream;

/** All who take part. */
public final class Contestants {

    private Contestants() {}

    /** In the order of tables. */
    public static List<Contestant> all() {
        return Stream.<Contestant>concat(
                        Stream.of(new Aludel()),
                        Stream.concat(RawJdbc.all().stream(), Stream.of(new Flyway(), new Liquibase())))
                .toList();
    }
}
