package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;

/**
 * Foreign keys, and MySQL's checks, share their names with all others of the schema (errors 1826 and 3822; on MariaDB 10.11
 * two tables may have a check of one name, and no foreign key).
 */
final class UniqueNames {

    private UniqueNames() {}

    /** Refuses a constraint of {@code table} whose name another table's constraint has. */
    static void require(Constraint constraint, String table, SchemaModel before, MysqlServer server) {
        boolean shared =
                constraint instanceof ForeignKey || (constraint instanceof CheckConstraint && !server.isMariaDb());
        if (!shared) {
            return;
        }
        for (Table other : before.tables()) {
            if (!other.name().equals(table) && hasAlike(other, constraint)) {
                throw new UnsupportedOnDialectException(
                        "constraint \"%s\" of table \"%s\" has the name of one of table \"%s\", and %s wants such names to be unique in the whole schema: put the table's name in front"
                                .formatted(
                                        constraint.name(),
                                        table,
                                        other.name(),
                                        server.isMariaDb() ? "MariaDB" : "MySQL"));
            }
        }
    }

    private static boolean hasAlike(Table other, Constraint constraint) {
        return other.constraints().stream()
                .anyMatch(candidate -> candidate.getClass() == constraint.getClass()
                        && candidate.name().equalsIgnoreCase(constraint.name()));
    }
}
