package dev.aludel.dialect;

import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;

/**
 * An operation and the schema around it.
 *
 * @param before the schema that the operation finds
 * @param after the schema that it leaves
 */
public record Step(Operation operation, SchemaModel before, SchemaModel after) {}
