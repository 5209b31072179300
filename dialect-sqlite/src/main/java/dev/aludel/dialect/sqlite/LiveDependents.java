package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the objects that speak of a column, by SQLite's own reading of them: the column is renamed within a savepoint, and
 * whatever text that changes speaks of it. Then the savepoint is rolled back.
 */
final class LiveDependents {

    private static final String SAVEPOINT = "aludel_dependents";

    private final Connection connection;
    private final Syntax syntax;
    private final LiveSchema before;
    private final RebuildDraft draft;

    LiveDependents(Connection connection, Syntax syntax, LiveSchema before, RebuildDraft draft) {
        this.connection = connection;
        this.syntax = syntax;
        this.before = before;
        this.draft = draft;
    }

    /**
     * Refuses a rebuild after which a view, trigger or index would speak of a column that is gone, or that means something
     * else.
     *
     * @throws LiveSchemaException naming the object, and what to do with it
     */
    void requireNone() throws SQLException {
        for (String column : draft.dropped()) {
            require(column, "drops", List.of("view", "trigger", "index"));
        }
        for (String column : draft.converted()) {
            require(column, "converts", List.of("view", "trigger"));
        }
    }

    /** Where there is no object that could stand in the way, SQLite isn't asked. */
    private void require(String column, String verb, List<String> kinds) throws SQLException {
        if (before.objects().stream().noneMatch(object -> isOf(kinds, object))) {
            return;
        }
        Optional<SchemaObject> dependent = dependents(column).stream()
                .filter(object -> isOf(kinds, object))
                .findFirst();
        if (dependent.isPresent()) {
            SchemaObject object = dependent.get();
            throw new LiveSchemaException(
                    "%s \"%s\" speaks of column \"%s\" of table \"%s\", which this revision %s, and the revisions don't know of it. Drop it in this revision before the change, with schema.on(SQLITE).execute(\"DROP %s …\"), and create it again afterwards in the form that fits; nothing was changed"
                            .formatted(
                                    object.type(),
                                    object.name(),
                                    column,
                                    draft.source().name(),
                                    verb,
                                    object.type().toUpperCase(Locale.ROOT)));
        }
    }

    /** Whether an object is of these kinds; of the indexes, those count that stay. */
    private boolean isOf(List<String> kinds, SchemaObject object) {
        return kinds.contains(object.type())
                && (!object.is("index") || draft.keptIndexes().stream().anyMatch(kept -> kept.isCalled(object.name())));
    }

    private List<SchemaObject> dependents(String column) throws SQLException {
        execute("SAVEPOINT " + SAVEPOINT);
        try {
            execute(syntax.sql(
                            "ALTER TABLE $N RENAME COLUMN $N TO $N",
                            draft.source().name(),
                            column,
                            "aludel_probed_column")
                    .text());
            return changed(LiveSchema.read(connection));
        } catch (SQLException refused) {
            throw new LiveSchemaException(
                    "the schema around table \"%s\" is not sound, and SQLite refuses to change it: %s. Repair or drop what it names before this revision runs; nothing was changed"
                            .formatted(draft.source().name(), refused.getMessage()));
        } finally {
            execute("ROLLBACK TO " + SAVEPOINT);
            execute("RELEASE " + SAVEPOINT);
        }
    }

    private List<SchemaObject> changed(LiveSchema after) {
        List<SchemaObject> changed = new ArrayList<>();
        for (int index = 0; index < before.objects().size(); index++) {
            SchemaObject old = before.objects().get(index);
            if (!old.sql().equals(after.objects().get(index).sql())) {
                changed.add(old);
            }
        }
        return changed;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
