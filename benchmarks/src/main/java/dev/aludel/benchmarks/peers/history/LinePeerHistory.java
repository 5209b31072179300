package dev.aludel.benchmarks.peers.history;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A line of revisions: one makes a table, the next adds a column to it. The SQL is the same on every database. */
record LinePeerHistory(List<RevisionId> constants) implements PeerHistory {

    private static final String PREFIX = "line-";

    /** Ids are constants of their revisions' classes elsewhere: made once in a process, and so here. */
    private static final Map<Integer, LinePeerHistory> KNOWN = new ConcurrentHashMap<>();

    static PeerHistory named(String name) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("there is no history \"%s\"".formatted(name));
        }
        return KNOWN.computeIfAbsent(Integer.valueOf(name.substring(PREFIX.length())), LinePeerHistory::of);
    }

    private static LinePeerHistory of(int count) {
        return new LinePeerHistory(IntStream.range(0, count)
                .mapToObj(number -> RevisionId.of("r%06d".formatted(number)))
                .toList());
    }

    @Override
    public String name() {
        return PREFIX + constants.size();
    }

    @Override
    public History revisions() {
        List<Revision> revisions = IntStream.range(0, constants.size())
                .<Revision>mapToObj(number -> new Step(number, constants))
                .toList();
        return new Line(revisions);
    }

    @Override
    public List<String> ids() {
        return constants.stream().map(RevisionId::value).toList();
    }

    @Override
    public List<Change> changes(Product product) {
        return IntStream.range(0, constants.size())
                .mapToObj(number -> new Change(constants.get(number).value(), List.of(), List.of(sql(number))))
                .toList();
    }

    private static String sql(int number) {
        return number % 2 == 0
                ? """
                CREATE TABLE %s (
                    id BIGINT NOT NULL,
                    name VARCHAR(100) NOT NULL,
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (id)
                )"""
                        .formatted(table(number))
                : "ALTER TABLE %s ADD COLUMN status VARCHAR(20) DEFAULT 'new'".formatted(table(number));
    }

    private static String table(int number) {
        return "table_" + number / 2;
    }

    private record Line(List<Revision> revisions) implements History {
        @Override
        public String name() {
            return "line";
        }
    }

    private record Step(int number, List<RevisionId> ids) implements Revision {

        @Override
        public Header header() {
            Header header = Header.of(ids.get(number));
            return number == 0 ? header : header.revises(ids.get(number - 1));
        }

        @Override
        public void upgrade(Schema schema) {
            if (number % 2 == 0) {
                schema.createTable(table(number), t -> {
                    t.column("id", bigInteger()).primaryKey();
                    t.column("name", string(100)).notNull();
                    t.column("created_at", bigInteger()).notNull();
                });
            } else {
                schema.alterTable(
                        table(number), t -> t.addColumn("status", string(20)).defaultTo("new"));
            }
        }
    }
}
