package dev.aludel.operation;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.Locale;
import java.util.Optional;

/**
 * That something of the schema is there, or isn't.
 *
 * @param table the table it belongs to, or the table itself
 * @param name its name; the table's own for a table
 * @param present whether it is to be there
 */
public record SchemaCondition(Kind kind, String table, String name, boolean present) {

    /** What can be asked for. */
    public enum Kind {
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT
    }

    /** Whether it holds in a schema. */
    public boolean holds(SchemaModel schema) {
        return schema.find(table).filter(this::isIn).isPresent() == present;
    }

    /** {@code schema} as it would be if what is to be absent were; empty where something else needs it. */
    public Optional<SchemaModel> assumedAbsent(SchemaModel schema) {
        try {
            return Optional.of(
                    kind == Kind.TABLE ? schema.withoutTable(table) : schema.withTableChanged(table, this::without));
        } catch (InvalidSchemaException needed) {
            return Optional.empty();
        }
    }

    /** What is to hold, in a few words: {@code table "sessions" exists}. */
    public String describe() {
        String of = kind == Kind.TABLE ? "" : " of \"%s\"".formatted(table);
        return "%s \"%s\"%s %s"
                .formatted(kind.name().toLowerCase(Locale.ROOT), name, of, present ? "exists" : "doesn't exist");
    }

    private boolean isIn(Table there) {
        return switch (kind) {
            case TABLE -> true;
            case COLUMN -> there.find(name).isPresent();
            case INDEX -> there.findIndex(name).isPresent();
            case CONSTRAINT -> there.findConstraint(name).isPresent();
        };
    }

    private Table without(Table there) {
        return switch (kind) {
            case TABLE -> there;
            case COLUMN -> there.withoutColumn(name);
            case INDEX -> there.withoutIndex(name);
            case CONSTRAINT -> there.withoutConstraint(name);
        };
    }
}
