package dev.aludel.testing.random;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.Schema;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.IrreversibleOperationException;
import dev.aludel.operation.Operation;
import dev.aludel.testing.contract.LambdaHistory;
import dev.aludel.testing.contract.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes of the shop in several revisions of many operations. Each is drawn for the schema that the ones before it leave;
 * what makes no sense there, or what the dialect refuses on the way up or down, is left out and another one drawn.
 */
final class RandomHistory {

    private final Dialect dialect;
    private final CompileContext context;
    private final RandomMove moves;
    private final List<List<Consumer<Schema>>> revisions = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final StringBuilder description = new StringBuilder();
    private SchemaModel start;
    private SchemaModel model;

    private RandomHistory(Dialect dialect, CompileContext context, long seed) {
        this.dialect = dialect;
        this.context = context;
        this.moves = new RandomMove(new Chance(seed));
        this.start = applied(Schema.record(Shop::create), SchemaModel.empty());
        this.model = start;
    }

    /** The history of this seed, of so many revisions with so many operations each. */
    static RandomHistory of(Dialect dialect, CompileContext context, long seed, int revisions, int size) {
        RandomHistory history = new RandomHistory(dialect, context, seed);
        for (int number = 1; number <= revisions; number++) {
            history.revise(size);
        }
        return history;
    }

    /** The shop, as revision "start", and what is drawn, as an author would write it. */
    LambdaHistory recorded() {
        LambdaHistory history = new LambdaHistory().then("start", Shop::create);
        for (int number = 1; number <= revisions.size(); number++) {
            List<Consumer<Schema>> drawn = revisions.get(number - 1);
            history.then("change" + number, schema -> drawn.forEach(move -> move.accept(schema)));
        }
        return history;
    }

    /** What it does, an operation a line. */
    @Override
    public String toString() {
        return description.toString();
    }

    private void revise(int size) {
        revisions.add(new ArrayList<>());
        operations.clear();
        start = model;
        while (operations.size() < size) {
            offer();
        }
        description.append("change%d:%n".formatted(revisions.size()));
        operations.forEach(operation -> description.append("  %s%n".formatted(operation.describe())));
    }

    private void offer() {
        try {
            Consumer<Schema> move = moves.next(model);
            List<Operation> drawn = Schema.record(move);
            SchemaModel after = applied(drawn, model);
            List<Operation> all = new ArrayList<>(operations);
            all.addAll(drawn);
            compile(all, start);
            compile(reversed(all), after);
            revisions.get(revisions.size() - 1).add(move);
            operations.addAll(drawn);
            model = after;
        } catch (InvalidSchemaException | UnsupportedOnDialectException | IrreversibleOperationException refused) {
            // Another one is drawn in its place.
        }
    }

    private static SchemaModel applied(List<Operation> operations, SchemaModel before) {
        SchemaModel model = before;
        for (Operation operation : operations) {
            model = operation.applyTo(model);
        }
        return model;
    }

    private List<Operation> reversed(List<Operation> all) {
        List<List<Operation>> undone = new ArrayList<>();
        SchemaModel current = start;
        for (Operation operation : all) {
            undone.add(operation.reverse(current));
            current = operation.applyTo(current);
        }
        Collections.reverse(undone);
        return undone.stream().flatMap(List::stream).toList();
    }

    private void compile(List<Operation> all, SchemaModel before) {
        List<Step> steps = new ArrayList<>();
        SchemaModel current = before;
        for (Operation operation : all) {
            SchemaModel after = operation.applyTo(current);
            steps.add(new Step(operation, current, after));
            current = after;
        }
        dialect.compiler(context).compile(steps);
    }
}
