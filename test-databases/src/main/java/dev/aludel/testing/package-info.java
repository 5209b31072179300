/**
 * Fresh databases for tests: {@link dev.aludel.testing.DatabaseTest} runs a test once per database product, and gives it
 * an empty database of its own. {@link dev.aludel.testing.TestDatabases} does so without JUnit.
 */
@NullMarked
package dev.aludel.testing;

import org.jspecify.annotations.NullMarked;
