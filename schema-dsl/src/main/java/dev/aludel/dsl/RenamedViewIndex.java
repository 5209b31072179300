package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameViewIndex;
import java.util.Optional;
import java.util.function.Supplier;

/** An index of a materialized view that gets another name. */
public final class RenamedViewIndex implements Supplier<Operation> {

    private final String name;
    private final String view;
    private Optional<String> newName = Optional.empty();

    RenamedViewIndex(String name, String view) {
        this.name = name;
        this.view = view;
    }

    /** Its name afterwards. */
    public RenamedViewIndex to(String index) {
        newName = Optional.of(index);
        return this;
    }

    @Override
    public Operation get() {
        return new RenameViewIndex(
                view,
                name,
                newName.orElseThrow(() -> new InvalidSchemaException(
                        "renameViewIndex(\"%s\", \"%s\") lacks its .to(name)".formatted(name, view))));
    }
}
