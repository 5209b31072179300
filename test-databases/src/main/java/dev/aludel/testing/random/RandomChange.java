package dev.aludel.testing.random;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.Schema;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import dev.aludel.testing.contract.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A change of the shop in many operations. Each is drawn for the schema that the ones before it leave; what makes no sense
 * there, or what the dialect refuses on the way up or down, is left out and another one drawn.
 */
final class RandomChange {

    private final Dialect dialect;
    private final CompileContext context;
    private final RandomMove moves;
    private final List<Consumer<Schema>> accepted = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaModel start;
    private SchemaModel model;

    private RandomChange(Dialect dialect, CompileContext context, long seed) {
        this.dialect = dialect;
        this.context = context;
        this.moves = new RandomMove(new Random(seed));
        this.start = applied(Schema.record(Shop::create), SchemaModel.empty());
        this.model = start;
    }

    /** The change of this seed, of so many operations, as a revision's author would record it. */
    static RandomChange of(Dialect dialect, CompileContext context, long seed, int size) {
        RandomChange change = new RandomChange(dialect, context, seed);
        while (change.operations.size() < size) {
            change.offer(change.moves.next(change.model));
        }
        return change;
    }

    /** Records it. */
    void record(Schema schema) {
        accepted.forEach(move -> move.accept(schema));
    }

    /** What it does, an operation a line. */
    @Override
    public String toString() {
        return String.join("\n", operations.stream().map(Operation::describe).toList());
    }

    private void offer(Consumer<Schema> move) {
        try {
            List<Operation> drawn = Schema.record(move);
            SchemaModel after = applied(drawn, model);
            List<Operation> all = new ArrayList<>(operations);
            all.addAll(drawn);
            compile(all, start);
            compile(reversed(all), after);
            accepted.add(move);
            operations.addAll(drawn);
            model = after;
        } catch (InvalidSchemaException | UnsupportedOnDialectException refused) {
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
