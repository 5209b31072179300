/** Renders a plan as a script for the database's own client, without any connection. */
@NullMarked
package dev.aludel.offline;

import org.jspecify.annotations.NullMarked;
