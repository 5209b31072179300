package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;

/**
 * A check of values before their conversion, which the copy of the rows may make needless.
 *
 * @param check finds the values that can't be converted
 * @param column the working name of their column
 * @param value what they are converted to: NULL for those that the check finds, and for no other that isn't NULL
 */
record ConversionCheck(Check check, String column, Sql value) {}
