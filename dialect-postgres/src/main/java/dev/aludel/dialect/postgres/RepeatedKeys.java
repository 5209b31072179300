package dev.aludel.dialect.postgres;

import dev.aludel.model.Constraint;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Primary keys and unique constraints over the same columns. PostgreSQL makes one of them when one statement asks for
 * several, and says nothing; asked one after another it makes each.
 */
final class RepeatedKeys {

    private RepeatedKeys() {}

    /** The columns that a key is over, in order; empty for a constraint that is no key. */
    static Optional<List<String>> columns(Constraint constraint) {
        boolean isKey = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
        return isKey ? Optional.of(constraint.columns()) : Optional.empty();
    }

    /** The unique constraints of {@code table} over columns that another key of it is over already. */
    static List<Constraint> of(Table table) {
        Set<List<String>> seen = new HashSet<>();
        table.primaryKey().map(PrimaryKey::columns).ifPresent(seen::add);
        return table.uniqueConstraints().stream()
                .filter(unique -> !seen.add(unique.columns()))
                .<Constraint>map(unique -> unique)
                .toList();
    }
}
