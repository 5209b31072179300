/**
 * PostgreSQL, version 13 and later. Statements use nothing that needs a superuser, and nothing that depends on the
 * session's time zone, date style or string syntax.
 */
@NullMarked
package dev.aludel.dialect.postgres;

import org.jspecify.annotations.NullMarked;
