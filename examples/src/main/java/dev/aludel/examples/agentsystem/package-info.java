/**
 * A platform of AI agents, in one large revision: enumerations that tables share, exact amounts of money, JSON, and names
 * of keys by a convention of its own.
 *
 * <p>Tables are grouped in classes, and what many of them have in common is plain Java: a revision is code.
 */
@NullMarked
package dev.aludel.examples.agentsystem;

import org.jspecify.annotations.NullMarked;
