package dev.aludel.dialect.sqlite;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a table's text into the model; constraints without a name get the one that the convention gives them. */
record TableReader(String name, TableText text, List<SchemaObject> indexes) {

    Table read() {
        List<Column> columns = text.columns().stream().map(TableReader::column).toList();
        return new Table(
                name,
                columns,
                constraints(),
                indexes.stream().map(TableReader::index).toList());
    }

    private static Column column(ColumnText column) {
        ColumnType type = SqliteTypes.read(column.declaredType());
        return new Column(
                        column.name(),
                        type,
                        !column.isNotNull(),
                        column.defaultValue().map(value -> DefaultText.read(value, type)))
                .withGenerated(column.generated());
    }

    /** Two constraints that would get the same name from the convention are told apart by a number. */
    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ConstraintText constraint : text.constraints()) {
            String wanted = constraint.name().orElseGet(() -> conventional(constraint));
            String free = wanted;
            for (int number = 1; !taken.add(free); number++) {
                free = wanted + number;
            }
            constraints.add(constraint(constraint, free));
        }
        return constraints;
    }

    private String conventional(ConstraintText constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> NamingConvention.standard().primaryKey(name);
            case UNIQUE -> NamingConvention.standard().unique(name, constraint.columns());
            case FOREIGN_KEY -> NamingConvention.standard().foreignKey(name, constraint.columns());
            case CHECK -> name + "_check";
        };
    }

    private Constraint constraint(ConstraintText constraint, String constraintName) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> new PrimaryKey(constraintName, constraint.columns());
            case UNIQUE -> new UniqueConstraint(constraintName, constraint.columns());
            case CHECK -> new CheckConstraint(constraintName, constraint.expression());
            case FOREIGN_KEY -> foreignKey(constraint, constraintName);
        };
    }

    /** Where the referenced columns are left out, the other table's primary key is meant, which has the same width. */
    private static ForeignKey foreignKey(ConstraintText constraint, String constraintName) {
        ReferenceText reference = constraint.reference().orElseThrow();
        List<String> referenced = reference.columns().isEmpty() ? constraint.columns() : reference.columns();
        return new ForeignKey(
                constraintName,
                constraint.columns(),
                reference.table(),
                referenced,
                reference.onDelete(),
                reference.onUpdate());
    }

    private static Index index(SchemaObject object) {
        IndexText text = IndexText.parse(object.sql());
        Fragment where = text.where();
        return new Index(
                object.name(),
                text.parts().stream().map(TableReader::indexPart).toList(),
                text.isUnique(),
                where.size() == 0 ? Optional.empty() : Optional.of(where.text()));
    }

    private static IndexPart indexPart(Fragment whole) {
        boolean descending = whole.isWord(whole.size() - 1, "DESC");
        boolean directed = descending || (whole.size() > 1 && whole.isWord(whole.size() - 1, "ASC"));
        Fragment part = directed ? whole.part(0, whole.size() - 1) : whole;
        IndexPart read = part.size() == 1
                ? IndexPart.column(part.at(0).name())
                : IndexPart.expression(withoutParentheses(part).text());
        return descending ? read.desc() : read;
    }

    private static Fragment withoutParentheses(Fragment part) {
        boolean enclosed = part.isSign(0, '(') && part.closing(0) == part.size() - 1;
        return enclosed ? part.inside(0) : part;
    }
}
