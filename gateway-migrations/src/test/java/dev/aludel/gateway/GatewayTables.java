package dev.aludel.gateway;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import dev.aludel.testing.shape.ReferenceSchema;
import dev.aludel.testing.shape.SchemaShape;
import dev.aludel.testing.shape.TableShape;
import java.util.Map;

/** The gateway's tables by name: as they are, and as they must be. */
final class GatewayTables {

    private GatewayTables() {}

    /** Those of a database. */
    static Map<String, TableShape> of(TestDatabase database) {
        return comparable(LiveSchema.of(database));
    }

    /** Those that {@code revision} must leave; none for {@code base}. */
    static Map<String, TableShape> after(String revision, DatabaseKind kind) {
        return revision.equals("base")
                ? Map.of()
                : comparable(ReferenceSchema.read("/reference/%s/%s.json".formatted(kind.dialectId(), revision)));
    }

    /** The names of keys were never chosen; and the measured MySQL dates keep no digits after the second, as ours do. */
    private static Map<String, TableShape> comparable(SchemaShape schema) {
        return schema.withNamesWhere(name -> name.startsWith("ix_") || name.startsWith("idx_"))
                .withTables(table -> table.withColumns(
                        column -> column.withType(type -> type.equals("datetime") ? "datetime(6)" : type)))
                .tables();
    }
}
