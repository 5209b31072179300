package dev.aludel.operation;

import dev.aludel.model.Column;
import dev.aludel.model.EnumType;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes the values of an enum, and with it all columns that use it.
 *
 * @param name the enum's
 * @param changes at least one; each sees the values as the ones before it left them
 */
public record AlterEnum(String name, List<EnumChange> changes) implements Operation {

    public AlterEnum {
        changes = List.copyOf(changes);
    }

    /** The enum afterwards. */
    public EnumType changed(EnumType before) {
        EnumType after = before;
        for (EnumChange change : changes) {
            after = change.applyTo(after);
        }
        return after;
    }

    /** What becomes of the values that don't stay as they are, in their order: the new value, or none where rows may not have it. */
    public Map<String, Optional<String>> moved(EnumType before) {
        Map<String, Optional<String>> moved = new LinkedHashMap<>();
        for (String value : before.values()) {
            Optional<String> now = Optional.of(value);
            for (EnumChange change : changes) {
                now = now.flatMap(current -> next(current, change));
            }
            if (!now.equals(Optional.of(value))) {
                moved.put(value, now);
            }
        }
        return moved;
    }

    private static Optional<String> next(String value, EnumChange change) {
        if (change instanceof EnumChange.RenameValue rename && rename.from().equals(value)) {
            return Optional.of(rename.to());
        }
        return change instanceof EnumChange.DropValue drop && drop.value().equals(value)
                ? drop.movingTo()
                : Optional.of(value);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        EnumType old = before.enumeration(name);
        return before.withEnumChanged(changed(old), moved(old));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        Deque<EnumChange> undoing = new ArrayDeque<>();
        EnumType current = before.enumeration(name);
        for (EnumChange change : changes) {
            undoing.addFirst(change.reverse(current));
            current = change.applyTo(current);
        }
        AlterEnum back = new AlterEnum(name, new ArrayList<>(undoing));
        List<Operation> reverse = new ArrayList<>(List.of(back));
        reverse.addAll(lostDefaults(before, back.applyTo(applyTo(before))));
        return reverse;
    }

    /** Defaults that moved along with the rows of a dropped value come back by themselves. */
    private List<Operation> lostDefaults(SchemaModel before, SchemaModel undone) {
        List<Operation> restored = new ArrayList<>();
        for (Table table : before.tablesUsing(name)) {
            List<TableChange> changes = new ArrayList<>();
            for (Column column : table.columnsOf(name)) {
                Optional<Value> undoneDefault =
                        undone.table(table.name()).column(column.name()).defaultValue();
                if (!undoneDefault.equals(column.defaultValue())) {
                    changes.add(AlterColumn.of(column.name()).withDefault(column.defaultValue()));
                }
            }
            if (!changes.isEmpty()) {
                restored.add(new AlterTable(table.name(), changes));
            }
        }
        return restored;
    }

    @Override
    public String describe() {
        return "alter enum \"%s\": %s"
                .formatted(name, changes.stream().map(EnumChange::describe).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean losesData() {
        return changes.stream()
                .anyMatch(change -> change instanceof EnumChange.DropValue drop
                        && drop.movingTo().isPresent());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterEnum(this);
    }
}
