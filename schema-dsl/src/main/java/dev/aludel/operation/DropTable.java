package dev.aludel.operation;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops a table, its rows, constraints and indexes.
 *
 * @param cascade whether the foreign keys of other tables that refer to it go before, instead of standing in its way: those
 *     that the model knows, so that a downgrade can bring them back
 */
public record DropTable(String table, boolean cascade) implements Operation {

    /** Drops a table that no other table refers to. */
    public DropTable(String table) {
        this(table, false);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel unreferenced = before;
        for (AlterTable alter : droppedReferences(before)) {
            unreferenced = alter.applyTo(unreferenced);
        }
        return unreferenced.withoutTable(table);
    }

    /** The changes of other tables that go before it, in model order: none unless it cascades. */
    public List<AlterTable> droppedReferences(SchemaModel before) {
        if (!cascade) {
            return List.of();
        }
        return before.tablesReferring(table).stream()
                .map(referring -> withoutReferences(before.table(referring)))
                .toList();
    }

    private AlterTable withoutReferences(Table referring) {
        List<TableChange> changes = referring.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(table))
                .map(ForeignKey::name)
                .<TableChange>map(DropConstraint::new)
                .toList();
        return new AlterTable(referring.name(), changes);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        List<Operation> created = new ArrayList<>(List.of(new CreateTable(before.table(table))));
        droppedReferences(before).forEach(alter -> created.addAll(alter.reverse(before)));
        before.objectsOf(table).forEach(trigger -> created.add(new CreateObject(trigger, false)));
        return created;
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "drop table \"%s\"%s"
                .formatted(table, cascade ? " after the foreign keys that the revisions know to refer to it" : "");
    }

    @Override
    public boolean losesData() {
        return true;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
