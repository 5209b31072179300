package dev.aludel.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The names of constraints whose author gave none: those that PostgreSQL itself would choose (measured on PostgreSQL 15),
 * so that a database begun by another tool matches. Frozen: a name, once made, never changes.
 */
public final class NamingConvention {

    /** The smallest limit among the databases: PostgreSQL's 63 bytes. */
    private static final int LIMIT = 63;

    private NamingConvention() {}

    /** The name of a table's primary key. */
    public static String primaryKey(String table) {
        return limited(table + "_pkey");
    }

    /** The name of a foreign key over {@code columns}. */
    public static String foreignKey(String table, List<String> columns) {
        return limited(table + "_" + String.join("_", columns) + "_fkey");
    }

    /** The name of a unique constraint over {@code columns}. */
    public static String unique(String table, List<String> columns) {
        return limited(table + "_" + String.join("_", columns) + "_key");
    }

    /** The name of the check that a column holds one of an enum's words, where no type of the database does that. */
    public static String enumCheck(String table, String column, String enumName) {
        return limited("ck_" + table + "_" + column + "_" + enumName);
    }

    /** A name that is too long keeps as much of its head as fits, and a checksum of the whole. */
    private static String limited(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LIMIT) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String tail = "_%08x".formatted(checksum.getValue());
        String head = name;
        while (head.getBytes(StandardCharsets.UTF_8).length > LIMIT - tail.length()) {
            head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
        }
        return head + tail;
    }
}
