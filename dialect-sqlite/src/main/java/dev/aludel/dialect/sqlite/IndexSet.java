package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.model.Index;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.RenameIndex;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The indexes of a table that is rebuilt: those that come back by their own text, and those that are new. */
final class IndexSet {

    private final String table;
    private final List<SchemaObject> kept;
    private final List<Index> created = new ArrayList<>();

    IndexSet(String table, List<SchemaObject> kept) {
        this.table = table;
        this.kept = new ArrayList<>(kept);
    }

    List<SchemaObject> kept() {
        return List.copyOf(kept);
    }

    List<Index> created() {
        return List.copyOf(created);
    }

    void create(CreateIndex operation) {
        String name = operation.index().name();
        if (findKept(name).isEmpty() && findCreated(name).isEmpty()) {
            created.add(operation.index());
        } else if (!operation.ifNotExists()) {
            throw new LiveSchemaException(
                    "index \"%s\" is to be created on table \"%s\", but the database has one of this name: somebody created it since. Drop it before this revision runs, or create it with ifNotExists()"
                            .formatted(name, table));
        }
    }

    void drop(DropIndex operation) {
        Optional<SchemaObject> old = findKept(operation.index());
        Optional<Index> recent = findCreated(operation.index());
        if (old.isEmpty() && recent.isEmpty() && !operation.ifExists()) {
            throw missing(operation.index());
        }
        old.ifPresent(kept::remove);
        recent.ifPresent(created::remove);
    }

    void rename(RenameIndex operation, Syntax syntax) {
        Optional<SchemaObject> old = findKept(operation.from());
        Optional<Index> recent = findCreated(operation.from());
        if (old.isPresent()) {
            String sql = IndexText.parse(old.get().sql()).withName(syntax.name(operation.to()));
            kept.set(kept.indexOf(old.get()), new SchemaObject("index", operation.to(), table, sql));
        } else if (recent.isPresent()) {
            created.set(created.indexOf(recent.get()), recent.get().withName(operation.to()));
        } else {
            throw missing(operation.from());
        }
    }

    private Optional<SchemaObject> findKept(String name) {
        return kept.stream().filter(index -> index.isCalled(name)).findFirst();
    }

    private Optional<Index> findCreated(String name) {
        return created.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    private LiveSchemaException missing(String index) {
        return new LiveSchemaException(
                "index \"%s\" of table \"%s\" does not exist in the database: somebody dropped it since. Create it again before this revision runs, or drop it with ifExists()"
                        .formatted(index, table));
    }
}
