package dev.aludel.model;

import java.util.List;
import java.util.Optional;

/** The objects of a schema besides tables and enums, found by their kinds and names; immutable. */
record ObjectDirectory(SharedMap<String, DatabaseObject> byKey) {

    static final ObjectDirectory EMPTY = new ObjectDirectory(SharedMap.empty());

    /** All objects, sorted by their kinds and names. */
    List<DatabaseObject> all() {
        return byKey.values();
    }

    Optional<DatabaseObject> find(DatabaseObject.Kind kind, String name) {
        return byKey.get(key(kind, name));
    }

    /** With an object in the place of the one of its kind and name, if there is one. */
    ObjectDirectory with(DatabaseObject object) {
        return new ObjectDirectory(byKey.with(key(object.kind(), object.name()), object));
    }

    ObjectDirectory without(DatabaseObject object) {
        return new ObjectDirectory(byKey.without(key(object.kind(), object.name())));
    }

    /** Without the triggers of a table that goes. */
    ObjectDirectory withoutThoseOf(String table) {
        ObjectDirectory fewer = this;
        for (DatabaseObject object : of(table)) {
            fewer = fewer.without(object);
        }
        return fewer;
    }

    /** With the triggers of a table that gets another name. */
    ObjectDirectory withTableRenamed(String from, String to) {
        ObjectDirectory renamed = this;
        for (DatabaseObject object : of(from)) {
            renamed = renamed.with(moved(object, to));
        }
        return renamed;
    }

    /** With what sets a column that gets another name. */
    ObjectDirectory withColumnRenamed(String table, String from, String to) {
        ObjectDirectory renamed = this;
        for (DatabaseObject object : of(table)) {
            if (object instanceof DatabaseObject.UpdatedAtTrigger trigger
                    && trigger.column().equals(from)) {
                renamed = renamed.with(new DatabaseObject.UpdatedAtTrigger(trigger.name(), table, to));
            }
        }
        return renamed;
    }

    /** The objects that go with a table, sorted by their names. */
    List<DatabaseObject> of(String table) {
        return all().stream()
                .filter(object -> object.table().filter(table::equals).isPresent())
                .toList();
    }

    private static DatabaseObject moved(DatabaseObject object, String table) {
        if (object instanceof DatabaseObject.Trigger trigger) {
            return new DatabaseObject.Trigger(trigger.name(), table, trigger.definition());
        }
        DatabaseObject.UpdatedAtTrigger trigger = (DatabaseObject.UpdatedAtTrigger) object;
        return new DatabaseObject.UpdatedAtTrigger(trigger.name(), table, trigger.column());
    }

    private static String key(DatabaseObject.Kind kind, String name) {
        return kind.words() + " " + name;
    }
}
