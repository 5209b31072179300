/** Carries a plan out on a connection, and says exactly what was done. */
@NullMarked
package dev.aludel.execute;

import org.jspecify.annotations.NullMarked;
