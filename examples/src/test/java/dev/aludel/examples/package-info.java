/** What the tests of all example histories share. */
@NullMarked
package dev.aludel.examples;

import org.jspecify.annotations.NullMarked;
