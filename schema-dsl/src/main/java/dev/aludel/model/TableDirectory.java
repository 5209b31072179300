package dev.aludel.model;

import java.util.List;
import java.util.Optional;

/**
 * The tables of a schema, found by name, by the order of their creation, and by the tables that they refer to; immutable,
 * and changed at a cost that hardly grows with the number of tables.
 *
 * @param byPlace in the order of creation
 * @param places of the tables, by their names
 * @param referring the tables with foreign keys to a table, by their places, by that table's name
 * @param nextPlace greater than every place
 */
record TableDirectory(
        SharedMap<Integer, Table> byPlace,
        SharedMap<String, Integer> places,
        SharedMap<String, SharedMap<Integer, Table>> referring,
        int nextPlace) {

    static final TableDirectory EMPTY = new TableDirectory(SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), 0);

    /** All tables, in the order of their creation. */
    List<Table> all() {
        return byPlace.values();
    }

    Optional<Table> find(String name) {
        return places.get(name).flatMap(byPlace::get);
    }

    /** The tables whose foreign keys refer to {@code name}, itself perhaps among them, in the order of their creation. */
    List<Table> referring(String name) {
        return referring.get(name).map(SharedMap::values).orElse(List.of());
    }

    /** With a table more, of a name that none has. */
    TableDirectory with(Table table) {
        return placed(nextPlace, table);
    }

    /** With {@code after} in the place of {@code before}, perhaps under another name. */
    TableDirectory replaced(Table before, Table after) {
        return without(before).placed(placeOf(before), after);
    }

    TableDirectory without(Table table) {
        int place = placeOf(table);
        SharedMap<String, SharedMap<Integer, Table>> others = referring;
        for (ForeignKey key : table.foreignKeys()) {
            String referenced = key.referencedTable();
            others = others.with(
                    referenced, others.get(referenced).orElse(SharedMap.empty()).without(place));
        }
        return new TableDirectory(byPlace.without(place), places.without(table.name()), others, nextPlace);
    }

    private TableDirectory placed(int place, Table table) {
        SharedMap<String, SharedMap<Integer, Table>> others = referring;
        for (ForeignKey key : table.foreignKeys()) {
            String referenced = key.referencedTable();
            others = others.with(
                    referenced, others.get(referenced).orElse(SharedMap.empty()).with(place, table));
        }
        return new TableDirectory(
                byPlace.with(place, table), places.with(table.name(), place), others, Math.max(nextPlace, place + 1));
    }

    private int placeOf(Table table) {
        return places.get(table.name()).orElseThrow();
    }
}
