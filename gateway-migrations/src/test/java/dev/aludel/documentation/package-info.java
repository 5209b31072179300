/** The pages of docs/ that are written from what the code does, and tests that they are up to date. */
@NullMarked
package dev.aludel.documentation;

import org.jspecify.annotations.NullMarked;
