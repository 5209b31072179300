/**
 * Users, the tokens that keep them signed in, and their conversations: a small history as most begin.
 *
 * <p>Ids are numbered by the database, and no revision says how to take it back: that is derived.
 */
@NullMarked
package dev.aludel.examples.accounts;

import org.jspecify.annotations.NullMarked;
