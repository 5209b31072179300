/**
 * The store of a proxy between programs and a language model: requests, conversations, subtasks, analyses, credentials.
 *
 * <p>It grew on PostgreSQL and uses what only PostgreSQL has: materialized views, indexes inside documents, arrays. Each such
 * step says what the other databases do instead, so that the whole runs on all of them.
 */
@NullMarked
package dev.aludel.examples.prompttrain;

import org.jspecify.annotations.NullMarked;
