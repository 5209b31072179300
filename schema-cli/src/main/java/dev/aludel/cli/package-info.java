/**
 * The command line of a history: {@link dev.aludel.cli.CommandLineMain} is all that a runnable jar calls.
 *
 * <p>Each command is a class of its own that gathers options, calls the library and prints the answer: results on standard
 * output, everything else on standard error.
 */
@NullMarked
package dev.aludel.cli;

import org.jspecify.annotations.NullMarked;
