package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import java.util.Optional;
import java.util.function.Supplier;

/** An index that gets another name. */
public final class RenamedIndex implements Supplier<Operation> {

    private final String name;
    private final String table;
    private Optional<String> newName = Optional.empty();

    RenamedIndex(String name, String table) {
        this.name = name;
        this.table = table;
    }

    /** Its name afterwards. */
    public RenamedIndex to(String index) {
        newName = Optional.of(index);
        return this;
    }

    @Override
    public Operation get() {
        return new RenameIndex(
                table,
                name,
                newName.orElseThrow(() -> new InvalidSchemaException(
                        "renameIndex(\"%s\", \"%s\") lacks its .to(name)".formatted(name, table))));
    }
}
