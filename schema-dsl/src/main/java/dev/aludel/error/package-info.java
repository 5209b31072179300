/** The root of all failures, known to every package and knowing none. */
@NullMarked
package dev.aludel.error;

import org.jspecify.annotations.NullMarked;
