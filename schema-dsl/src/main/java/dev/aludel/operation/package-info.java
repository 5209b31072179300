/**
 * What a revision asks for, as data: one immutable record an operation, each knowing how it changes the schema model and
 * what reverses it. Knows the model, and no database.
 */
@NullMarked
package dev.aludel.operation;

import org.jspecify.annotations.NullMarked;
