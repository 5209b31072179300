/** The front door: {@code Migrator.upgrade(dataSource, "head")}. */
@NullMarked
package dev.aludel;

import org.jspecify.annotations.NullMarked;
