/**
 * The schema as plain immutable data: tables, columns, constraints, indexes. Knows no database and no other package but
 * the root of errors.
 */
@NullMarked
package dev.aludel.model;

import org.jspecify.annotations.NullMarked;
