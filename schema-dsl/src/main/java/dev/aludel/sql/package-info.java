/**
 * SQL text and the facts about it: typed templates that escape by placeholder, and the actions that a plan is made of.
 * Knows the model and the operations, and no database.
 */
@NullMarked
package dev.aludel.sql;

import org.jspecify.annotations.NullMarked;
