package dev.aludel.model;

import java.util.List;

/** A rule that the rows of a table keep. Every constraint has a name, so that it can be dropped without looking. */
public sealed interface Constraint permits PrimaryKey, ForeignKey, UniqueConstraint, CheckConstraint {

    /** The constraint's name, as written. */
    String name();

    /** The columns of its own table that it is declared over, in its order; empty for a check, whose text is opaque. */
    List<String> columns();

    /** This constraint after its table's column {@code from} was renamed to {@code to}. */
    Constraint withColumnRenamed(String from, String to);
}
