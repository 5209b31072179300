/**
 * From a route through the revision graph to a plan: everything that will be done, as data, made without executing
 * anything.
 */
@NullMarked
package dev.aludel.plan;

import org.jspecify.annotations.NullMarked;
