/**
 * What is left of a database after a migration was killed, interrupted, cut off or run twenty times at once. Most of it
 * runs in processes of its own, which are stopped at exact points by {@link dev.aludel.gateway.reliability.RoundTrips}.
 */
@NullMarked
package dev.aludel.gateway.reliability;

import org.jspecify.annotations.NullMarked;
