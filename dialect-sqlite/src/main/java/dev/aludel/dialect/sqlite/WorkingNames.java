package dev.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that columns have while their table is rebuilt. A column that was there keeps its old name until the new table
 * stands; then SQLite itself renames it, and rewrites every index, trigger, view and foreign key that mentions it.
 */
final class WorkingNames {

    /** Working names by present names, in the table's order. */
    private final Map<String, String> working = new LinkedHashMap<>();

    WorkingNames(List<String> columns) {
        columns.forEach(column -> working.put(column, column));
    }

    /** The working name of the column that is now called {@code name}. */
    String of(String name) {
        return Optional.ofNullable(working.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no column \"%s\" among %s".formatted(name, working)));
    }

    void add(String name) {
        Set<String> taken = caseless(working.values());
        String free = name;
        for (int number = 1; taken.contains(free); number++) {
            free = "aludel_column_" + number;
        }
        working.put(name, free);
    }

    void remove(String name) {
        working.remove(name);
    }

    void rename(String from, String to) {
        Map<String, String> before = new LinkedHashMap<>(working);
        working.clear();
        before.forEach((name, kept) -> working.put(name.equals(from) ? to : name, kept));
    }

    /** The renames that lead from working names to present ones, in an order in which no two columns ever collide. */
    List<Rename> renames() {
        Map<String, String> pending = new LinkedHashMap<>();
        working.forEach((name, from) -> {
            if (!name.equals(from)) {
                pending.put(from, name);
            }
        });
        Set<String> taken = caseless(working.values());
        List<Rename> renames = new ArrayList<>();
        while (!pending.isEmpty()) {
            Rename next = next(pending, taken);
            renames.add(next);
            taken.remove(next.from());
            taken.add(next.to());
            String target = pending.remove(next.from());
            if (target != null && !target.equals(next.to())) {
                pending.put(next.to(), target);
            }
        }
        return renames;
    }

    /** One whose new name is free; where there is none, names go round in a circle, and one of them steps aside. */
    private static Rename next(Map<String, String> pending, Set<String> taken) {
        for (Map.Entry<String, String> rename : pending.entrySet()) {
            if (!taken.contains(rename.getValue())) {
                return new Rename(rename.getKey(), rename.getValue());
            }
        }
        String aside = pending.keySet().iterator().next();
        int number = 1;
        while (taken.contains("aludel_column_" + number)) {
            number++;
        }
        return new Rename(aside, "aludel_column_" + number);
    }

    private static Set<String> caseless(Iterable<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(set::add);
        return set;
    }

    /** One column's change of name. */
    record Rename(String from, String to) {}
}
