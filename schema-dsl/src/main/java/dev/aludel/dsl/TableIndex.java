package dev.aludel.dsl;

import java.util.List;

/** An index that comes into being with its table. */
public final class TableIndex extends IndexDefinition<TableIndex> {

    TableIndex(String name, List<String> columns) {
        super(name, columns);
    }

    @Override
    TableIndex self() {
        return this;
    }
}
