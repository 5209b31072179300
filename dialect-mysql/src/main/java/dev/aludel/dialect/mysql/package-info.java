/**
 * MySQL 8.0 and later, and MariaDB 10.6 and later: one dialect, which tells the two apart by the server's version. Each
 * statement of DDL commits by itself here, so the compiler makes few of them, and each is atomic.
 */
@NullMarked
package dev.aludel.dialect.mysql;

import org.jspecify.annotations.NullMarked;
