package dev.aludel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of operations: what {@code reverse} gives undoes what {@code applyTo} did. */
class ReversalTest {

    @Property(tries = 2_000)
    void reversing_every_operation_last_first_gives_the_schema_before(
            @ForAll("operations") List<Operation> operations) {
        SchemaModel model = SchemaModel.empty();
        List<SchemaModel> before = new ArrayList<>();
        List<Operation> applied = new ArrayList<>();
        for (Operation operation : operations) {
            try {
                SchemaModel after = operation.applyTo(model);
                if (!refersToWhatIsNotThere(operation, model)) {
                    before.add(model);
                    applied.add(operation);
                    model = after;
                }
            } catch (InvalidSchemaException makesNoSense) {
                assertThat(makesNoSense).hasMessageMatching("(?s).+");
            }
        }
        for (int index = applied.size() - 1; index >= 0; index--) {
            for (Operation undoing : applied.get(index).reverse(before.get(index))) {
                model = undoing.applyTo(model);
            }
            assertThat(shape(model)).isEqualTo(shape(before.get(index)));
        }
    }

    @Property(tries = 500)
    void every_operation_describes_itself_by_its_objects(@ForAll("operations") List<Operation> operations) {
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.describe()).contains("\""));
    }

    /**
     * A foreign key to a table that comes later closes a circle, which no single reverse undoes; a check over a column that
     * its table doesn't have, not yet or no longer, is one that no database takes, and that the model, which doesn't read
     * expressions, can't refuse.
     */
    private static boolean refersToWhatIsNotThere(Operation operation, SchemaModel model) {
        return operation instanceof AlterTable alter
                && IntStream.range(0, alter.changes().size())
                        .anyMatch(index -> alter.changes().get(index) instanceof AddConstraint added
                                && isEarly(added.constraint(), alter, index, model));
    }

    private static boolean isEarly(Constraint constraint, AlterTable alter, int index, SchemaModel model) {
        if (constraint instanceof ForeignKey key) {
            return model.find(key.referencedTable()).isEmpty();
        }
        return constraint instanceof CheckConstraint check
                && meanwhile(alter, index, model)
                        .find(check.expression().split(" ", 2)[0])
                        .isEmpty();
    }

    /** The table as the changes before that one leave it. */
    private static Table meanwhile(AlterTable alter, int index, SchemaModel model) {
        SchemaModel changed = index == 0
                ? model
                : new AlterTable(alter.table(), alter.changes().subList(0, index)).applyTo(model);
        return changed.table(alter.table());
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return RandomOperations.operation().list().ofMinSize(1).ofMaxSize(40);
    }

    /** Columns that come back stand at the table's end, and so do constraints and indexes: order is no part of a shape. */
    private static Map<String, List<Object>> shape(SchemaModel model) {
        Map<String, List<Object>> shape = new HashMap<>();
        for (Table table : model.tables()) {
            shape.put(
                    table.name(),
                    List.of(
                            Map.copyOf(byName(table)),
                            new HashSet<>(table.constraints()),
                            new HashSet<>(table.indexes())));
        }
        return Collections.unmodifiableMap(shape);
    }

    private static Map<String, Object> byName(Table table) {
        Map<String, Object> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }
}
