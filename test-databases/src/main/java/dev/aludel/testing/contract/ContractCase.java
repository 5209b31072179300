package dev.aludel.testing.contract;

import dev.aludel.dsl.Schema;
import java.util.List;
import java.util.function.Consumer;

/**
 * One change of a schema that every dialect makes, or refuses while planning.
 *
 * @param name what it is, as a sentence without a full stop
 * @param before what the schema is before the change
 * @param rows SQL that fills it, understood by every database
 * @param change the change
 */
public record ContractCase(String name, Consumer<Schema> before, List<String> rows, Consumer<Schema> change) {

    public ContractCase {
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return name;
    }
}
