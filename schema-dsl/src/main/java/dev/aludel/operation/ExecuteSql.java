package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import java.util.List;

/**
 * Runs SQL in the database's own words, which pass untouched.
 *
 * @param sql the statements for each dialect, in order, each without a terminator; an empty list where nothing is to run
 * @param effect what the SQL does to the schema, as operations that are applied to the model and never run
 * @param reversal how to undo it
 */
public record ExecuteSql(PerDialect<List<String>> sql, List<Operation> effect, Reversal reversal) implements Operation {

    public ExecuteSql {
        effect = List.copyOf(effect);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        for (Operation declared : effect) {
            after = declared.applyTo(after);
        }
        return after;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return reversal.require(describe());
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new ExecuteSql(sql, DialectBranch.resolve(effect, dialect), reversal));
    }

    @Override
    public String describe() {
        return "execute SQL";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeSql(this);
    }
}
