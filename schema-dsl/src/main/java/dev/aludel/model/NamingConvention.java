package dev.aludel.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The names of constraints and indexes whose author gave none. A history keeps its convention for good: names are part of
 * what its revisions do, and a drop looks for the name that the creation made.
 *
 * <p>Each template may say <code>{table}</code>, <code>{columns}</code> (all of them, with an underscore in between) and
 * <code>{column}</code> (the first); a foreign key's may say <code>{referenced_table}</code> too. A name that is longer than
 * 63 bytes, the smallest limit among the databases, keeps its head and gets a checksum of the whole as its tail.
 *
 * @param primaryKeys the template of primary keys' names, which has no columns to say
 * @param foreignKeys of foreign keys'
 * @param uniqueConstraints of unique constraints'
 * @param checks of the checks of one column
 * @param indexes of indexes over columns
 */
public record NamingConvention(
        String primaryKeys, String foreignKeys, String uniqueConstraints, String checks, String indexes) {

    /** PostgreSQL's 63 bytes. */
    private static final int LIMIT = 63;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private static final String REFERENCED_TABLE = "referenced_table";

    /** What PostgreSQL itself would choose (measured on PostgreSQL 15), so that a database begun by another tool matches. */
    private static final NamingConvention STANDARD = new NamingConvention(
            "{table}_pkey",
            "{table}_{columns}_fkey",
            "{table}_{columns}_key",
            "{table}_{columns}_check",
            "{table}_{columns}_idx");

    public NamingConvention {
        requireKnown(primaryKeys, Set.of("table"));
        requireKnown(foreignKeys, Set.of("table", "columns", "column", REFERENCED_TABLE));
        List.of(uniqueConstraints, checks, indexes)
                .forEach(template -> requireKnown(template, Set.of("table", "columns", "column")));
    }

    /** The names that PostgreSQL itself would choose. */
    public static NamingConvention standard() {
        return STANDARD;
    }

    /** This convention, with primary keys named like {@code pk_{table}}. */
    public NamingConvention withPrimaryKeys(String template) {
        return new NamingConvention(template, foreignKeys, uniqueConstraints, checks, indexes);
    }

    /** This convention, with foreign keys named like {@code fk_{table}_{columns}_{referenced_table}}. */
    public NamingConvention withForeignKeys(String template) {
        return new NamingConvention(primaryKeys, template, uniqueConstraints, checks, indexes);
    }

    /** This convention, with unique constraints named like {@code uq_{table}_{columns}}. */
    public NamingConvention withUniqueConstraints(String template) {
        return new NamingConvention(primaryKeys, foreignKeys, template, checks, indexes);
    }

    /** This convention, with the checks of columns named like {@code ck_{table}_{column}}. */
    public NamingConvention withChecks(String template) {
        return new NamingConvention(primaryKeys, foreignKeys, uniqueConstraints, template, indexes);
    }

    /** This convention, with indexes named like {@code ix_{table}_{columns}}. */
    public NamingConvention withIndexes(String template) {
        return new NamingConvention(primaryKeys, foreignKeys, uniqueConstraints, checks, template);
    }

    /** The name of a table's primary key. */
    public String primaryKey(String table) {
        return name(primaryKeys, Map.of("table", table));
    }

    /** The name of a foreign key over {@code columns}. */
    public String foreignKey(String table, List<String> columns, String referencedTable) {
        Map<String, String> parts = new TreeMap<>(parts(table, columns));
        parts.put(REFERENCED_TABLE, referencedTable);
        return name(foreignKeys, parts);
    }

    /**
     * The name of a foreign key over {@code columns}, whatever it refers to.
     *
     * @throws InvalidSchemaException when the names of foreign keys say what they refer to
     */
    public String foreignKey(String table, List<String> columns) {
        if (foreignKeys.contains("{" + REFERENCED_TABLE + "}")) {
            throw new InvalidSchemaException(
                    "the foreign key of table \"%s\" over %s cannot be found by its columns alone, because its name says the table that it refers to, too: drop it with dropConstraint(name)"
                            .formatted(table, columns));
        }
        return name(foreignKeys, parts(table, columns));
    }

    /** The name of a unique constraint over {@code columns}. */
    public String unique(String table, List<String> columns) {
        return name(uniqueConstraints, parts(table, columns));
    }

    /** The name of a check of one column. */
    public String check(String table, String column) {
        return name(checks, parts(table, List.of(column)));
    }

    /** The name of an index over {@code columns}. */
    public String index(String table, List<String> columns) {
        return name(indexes, parts(table, columns));
    }

    /** The name of the trigger that keeps the time of a row's last change, and of the function behind it. */
    public static String updatedAtTrigger(String table, String column) {
        return limited("set_" + column + "_of_" + table);
    }

    /** The name of the check that a column holds one of an enum's words, where no type of the database does that. */
    public static String enumCheck(String table, String column, String enumName) {
        return limited("ck_" + table + "_" + column + "_" + enumName);
    }

    private static Map<String, String> parts(String table, List<String> columns) {
        return Map.of(
                "table",
                table,
                "columns",
                String.join("_", columns),
                "column",
                columns.isEmpty() ? "" : columns.get(0));
    }

    private static String name(String template, Map<String, String> parts) {
        return limited(PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(parts.getOrDefault(found.group(1), ""))));
    }

    private static void requireKnown(String template, Set<String> known) {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            if (!known.contains(placeholder.group(1))) {
                throw new InvalidSchemaException("the template of names \"%s\" says {%s}, where it can say %s only"
                        .formatted(
                                template,
                                placeholder.group(1),
                                known.stream().sorted().toList()));
            }
        }
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
