/**
 * Judges a history without any database, as a build does before a release: {@link dev.aludel.check.HistoryCheck} lists what
 * would fail, or surprise, later on.
 */
@NullMarked
package dev.aludel.check;

import org.jspecify.annotations.NullMarked;
