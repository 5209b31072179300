package dev.aludel.dialect.sqlite;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/**
 * Finds a constraint of the model in a table's text: by its name, or by its shape, since other tools leave names out, and
 * SQLite needs none.
 */
record ConstraintFinder(TableText table) {

    Optional<ConstraintText> find(Constraint constraint) {
        List<ConstraintText> sameKind = table.constraints().stream()
                .filter(candidate -> candidate.kind() == kind(constraint))
                .toList();
        return sameKind.stream()
                .filter(candidate -> candidate
                        .name()
                        .filter(constraint.name()::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .or(() -> sameKind.stream()
                        .filter(candidate -> hasShape(candidate, constraint))
                        .findFirst());
    }

    private static boolean hasShape(ConstraintText candidate, Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return Fragment.of(candidate.expression())
                    .words()
                    .equals(Fragment.of(check.expression()).words());
        }
        if (constraint instanceof PrimaryKey) {
            return true;
        }
        return equalNames(candidate.columns(), constraint.columns())
                && (!(constraint instanceof ForeignKey key)
                        || candidate
                                .reference()
                                .filter(reference -> reference.table().equalsIgnoreCase(key.referencedTable()))
                                .isPresent());
    }

    private static boolean equalNames(List<String> names, List<String> others) {
        return String.join("\0", names).equalsIgnoreCase(String.join("\0", others));
    }

    private static ConstraintText.Kind kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return ConstraintText.Kind.PRIMARY_KEY;
        }
        if (constraint instanceof UniqueConstraint) {
            return ConstraintText.Kind.UNIQUE;
        }
        return constraint instanceof CheckConstraint ? ConstraintText.Kind.CHECK : ConstraintText.Kind.FOREIGN_KEY;
    }
}
