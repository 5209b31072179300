package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.string;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A history whose every application leaves a trace: the first revision creates a table, which fails a second time, and each
 * adds a row to it, which would be there twice.
 */
final class TracedHistory implements History {

    private final List<String> ids;
    private final LambdaHistory revisions = new LambdaHistory();

    private TracedHistory(List<String> ids) {
        this.ids = ids;
        ids.forEach(this::add);
    }

    /** That many revisions, {@code revision_001} and so on. */
    static TracedHistory of(int revisions) {
        return new TracedHistory(IntStream.rangeClosed(1, revisions)
                .mapToObj("revision_%03d"::formatted)
                .toList());
    }

    private void add(String id) {
        revisions.then(id, schema -> {
            if (id.equals(ids.get(0))) {
                schema.createTable(
                        "traces", t -> t.column("revision", string(40)).notNull());
            }
            schema.execute("INSERT INTO traces VALUES ('%s')".formatted(id));
        });
    }

    /** The ids, in order. */
    List<String> ids() {
        return ids;
    }

    /** The ids whose revisions were applied, once for each time, sorted. */
    static List<String> applied(TestDatabase database) throws SQLException {
        return database.query("SELECT revision FROM traces ORDER BY revision").stream()
                .map(row -> String.valueOf(row.get("revision")))
                .toList();
    }

    @Override
    public String name() {
        return "traced";
    }

    @Override
    public List<Revision> revisions() {
        return revisions.revisions();
    }
}
