package dev.aludel.testing.coverage;

import dev.aludel.dsl.Schema;
import dev.aludel.testing.DatabaseKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One thing that the DSL can say.
 *
 * @param section the part of the documentation that it belongs to
 * @param name what it is, in the words of a table's first column; different from every other's
 * @param before what the schema is before it
 * @param rows SQL that fills that schema, understood by every database
 * @param change the thing itself, as a user writes it
 * @param support what each database makes of it
 * @param proof a query whose result shows that it worked; empty where the schema shows it
 */
public record Feature(
        String section,
        String name,
        Consumer<Schema> before,
        List<String> rows,
        Consumer<Schema> change,
        Map<DatabaseKind, Support> support,
        Optional<Proof> proof) {

    /**
     * A query and what it gives.
     *
     * @param query SQL that every database understands
     * @param result the values of its rows from left to right and top to bottom, as text; "null" for NULL
     */
    public record Proof(String query, List<String> result) {
        public Proof {
            result = List.copyOf(result);
        }
    }

    public Feature {
        rows = List.copyOf(rows);
        support = Collections.unmodifiableMap(new EnumMap<>(support));
    }

    /** This feature, of which these databases make something else than their own words. */
    public Feature on(Support other, DatabaseKind... kinds) {
        Map<DatabaseKind, Support> changed = new EnumMap<>(support);
        List.of(kinds).forEach(kind -> changed.put(kind, other));
        return new Feature(section, name, before, rows, change, changed, proof);
    }

    /** This feature, tried on another schema with other rows. */
    public Feature from(Consumer<Schema> schema, String... filling) {
        return new Feature(section, name, schema, List.of(filling), change, support, proof);
    }

    /** This feature, shown to work by a query that gives these values. */
    public Feature gives(String query, String... result) {
        return new Feature(
                section, name, before, rows, change, support, Optional.of(new Proof(query, List.of(result))));
    }
}
