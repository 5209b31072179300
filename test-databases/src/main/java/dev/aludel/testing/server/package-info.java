/**
 * The database servers that tests share: each hands out empty databases and takes them back. A server is one that the
 * environment names, else a container, else one that this JVM starts itself.
 */
@NullMarked
package dev.aludel.testing.server;

import org.jspecify.annotations.NullMarked;
