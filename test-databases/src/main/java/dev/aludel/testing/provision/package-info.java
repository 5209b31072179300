/**
 * How a machine with nothing but a JDK comes by a database server: what is unpacked into a cache folder, and processes
 * that never outlive the JVM that started them. Knows no database product.
 */
@NullMarked
package dev.aludel.testing.provision;

import org.jspecify.annotations.NullMarked;
