package dev.aludel.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table with all that belongs to it.
 *
 * @param columns at least one, in the table's order
 * @param constraints in the order of their declaration; at most one primary key
 * @param indexes in the order of their creation; those that a constraint brings along are not among them
 * @param comment what the database keeps as a remark on the table, not blank
 * @param clauses what stands at the end of its definition, in each dialect's own words; nothing on the others
 */
public record Table(
        String name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        Optional<String> comment,
        PerDialect<String> clauses) {

    public Table {
        Names.require(name, "table");
        Comments.require(comment, "table", name);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        if (columns.isEmpty()) {
            throw new InvalidSchemaException("table \"%s\" needs at least one column".formatted(name));
        }
        requireDistinct(name, "column", columns, Column::name);
        requireDistinct(name, "constraint", constraints, Constraint::name);
        requireDistinct(name, "index", indexes, Index::name);
        requireOnePrimaryKey(name, constraints);
        requireKnownColumns(name, columns, constraints, indexes);
    }

    /** A table without a comment. */
    public Table(String name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        this(name, columns, constraints, indexes, Optional.empty(), new PerDialect<>(Map.of(), Optional.empty()));
    }

    /** A table of columns only. */
    public static Table of(String name, Column... columns) {
        return new Table(name, List.of(columns), List.of(), List.of());
    }

    /** The column of this name. */
    public Optional<Column> find(String column) {
        return first(columns, candidate -> candidate.name().equals(column));
    }

    /**
     * The column of this name, which must exist.
     *
     * @throws InvalidSchemaException when there is none; it names those that there are
     */
    public Column column(String column) {
        return find(column)
                .orElseThrow(() ->
                        new InvalidSchemaException("column \"%s\" does not exist in table \"%s\"; known columns: %s"
                                .formatted(column, name, quotedNames(columns, Column::name))));
    }

    /** The columns whose type is the enum of this name, in the table's order. */
    public List<Column> columnsOf(String enumName) {
        return columns.stream()
                .filter(column ->
                        column.type() instanceof EnumType type && type.name().equals(enumName))
                .toList();
    }

    /** The primary key. */
    public Optional<PrimaryKey> primaryKey() {
        for (Constraint constraint : constraints) {
            if (constraint instanceof PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The foreign keys, in the order of their declaration. */
    public List<ForeignKey> foreignKeys() {
        return constraints(ForeignKey.class);
    }

    /** The unique constraints, in the order of their declaration. */
    public List<UniqueConstraint> uniqueConstraints() {
        return constraints(UniqueConstraint.class);
    }

    /** The check constraints, in the order of their declaration. */
    public List<CheckConstraint> checkConstraints() {
        return constraints(CheckConstraint.class);
    }

    /** The constraint of this name. */
    public Optional<Constraint> findConstraint(String constraint) {
        return first(constraints, candidate -> candidate.name().equals(constraint));
    }

    /** The index of this name. */
    public Optional<Index> findIndex(String index) {
        return first(indexes, candidate -> candidate.name().equals(index));
    }

    /** The names of the generated columns, constraints and indexes that hold on to {@code column}, in their order. */
    public List<String> usersOf(String column) {
        Stream<String> generated =
                columns.stream().filter(other -> isGeneratedFrom(other, column)).map(Column::name);
        Stream<String> holding = constraints.stream()
                .filter(constraint -> mentions(constraint, column))
                .map(Constraint::name);
        Stream<String> indexing =
                indexes.stream().filter(index -> index.mentions(column)).map(Index::name);
        return Stream.of(generated, holding, indexing).flatMap(names -> names).toList();
    }

    /** This table under another name. */
    public Table withName(String newName) {
        return new Table(newName, columns, constraints, indexes, comment, clauses);
    }

    /** What this table is on one dialect. */
    public Table on(DialectId dialect) {
        return new Table(
                name,
                columns.stream().map(column -> column.on(dialect)).toList(),
                constraints,
                indexes.stream().map(index -> index.on(dialect)).toList(),
                comment,
                clauses.chosen(dialect));
    }

    /** This table with other words at the end of its definition. */
    public Table withClauses(PerDialect<String> newClauses) {
        return new Table(name, columns, constraints, indexes, comment, newClauses);
    }

    /** What stands at the end of its definition, on a dialect that {@link #on} has made it for. */
    public Optional<String> clause() {
        return clauses.otherwise();
    }

    /** This table with another comment, or none. */
    public Table withComment(Optional<String> newComment) {
        return new Table(name, columns, constraints, indexes, newComment, clauses);
    }

    /** This table with one column more, at its end. */
    public Table withColumn(Column column) {
        return withParts(plus(columns, column), constraints, indexes);
    }

    /** This table without a column that nothing else holds on to. */
    public Table withoutColumn(String column) {
        column(column);
        List<String> users = usersOf(column);
        if (!users.isEmpty()) {
            throw new InvalidSchemaException(
                    "column \"%s\" of table \"%s\" cannot be dropped while %s hold on to it: drop those first"
                            .formatted(column, name, users));
        }
        return withParts(without(columns, candidate -> candidate.name().equals(column)), constraints, indexes);
    }

    /** This table with {@code change} made to one column, whose name stays. */
    public Table withColumnChanged(String column, UnaryOperator<Column> change) {
        column(column);
        return withParts(
                columns.stream()
                        .map(candidate -> candidate.name().equals(column) ? change.apply(candidate) : candidate)
                        .toList(),
                constraints,
                indexes);
    }

    /** This table with other values of an enum, in the columns and defaults that use it. */
    Table withEnumChanged(EnumType changed, Map<String, Optional<String>> moved) {
        Table table = this;
        for (Column column : columnsOf(changed.name())) {
            Optional<Value> value = column.defaultValue().map(old -> moved(old, column, moved));
            table = table.withColumnChanged(
                    column.name(), old -> old.withType(changed).withDefault(value));
        }
        return table;
    }

    private Value moved(Value value, Column column, Map<String, Optional<String>> moved) {
        if (!(value instanceof Value.Text text) || !moved.containsKey(text.text())) {
            return value;
        }
        return Value.of(Objects.requireNonNull(moved.get(text.text()))
                .orElseThrow(() -> new InvalidSchemaException(
                        "value \"%s\" cannot be dropped while it is the default of column \"%s\" of table \"%s\": give the column another default before, or say movingTo(…)"
                                .formatted(text.text(), column.name(), name))));
    }

    /** This table with one constraint more. */
    public Table withConstraint(Constraint constraint) {
        return withParts(columns, plus(constraints, constraint), indexes);
    }

    /** This table without a constraint that it has. */
    public Table withoutConstraint(String constraint) {
        if (findConstraint(constraint).isEmpty()) {
            throw new InvalidSchemaException("constraint \"%s\" does not exist on table \"%s\"; known constraints: %s"
                    .formatted(constraint, name, quotedNames(constraints, Constraint::name)));
        }
        return withParts(
                columns, without(constraints, candidate -> candidate.name().equals(constraint)), indexes);
    }

    /** This table with one index more. */
    public Table withIndex(Index index) {
        return withParts(columns, constraints, plus(indexes, index));
    }

    /** This table without an index that it has. */
    public Table withoutIndex(String index) {
        requireIndex(index);
        return withParts(columns, constraints, without(indexes, candidate -> candidate
                .name()
                .equals(index)));
    }

    /** This table with an index under another name, in the same place. */
    public Table withIndexRenamed(String from, String to) {
        requireIndex(from);
        return withParts(
                columns,
                constraints,
                indexes.stream()
                        .map(index -> index.name().equals(from) ? index.withName(to) : index)
                        .toList());
    }

    /** This table with a column under another name, in its constraints and indexes too. */
    Table withColumnRenamed(String from, String to) {
        column(from);
        return withParts(
                columns.stream()
                        .map(column -> column.name().equals(from) ? column.withName(to) : column)
                        .map(column ->
                                column.withGenerated(column.generated().map(how -> how.withColumnRenamed(from, to))))
                        .toList(),
                constraints.stream()
                        .map(constraint -> constraint.withColumnRenamed(from, to))
                        .toList(),
                indexes.stream().map(index -> index.withColumnRenamed(from, to)).toList());
    }

    /** This table with {@code change} made to each foreign key that refers to {@code referencedTable}. */
    Table withReferencesChanged(String referencedTable, UnaryOperator<ForeignKey> change) {
        if (foreignKeys().stream().noneMatch(key -> key.referencedTable().equals(referencedTable))) {
            return this;
        }
        return withParts(
                columns,
                constraints.stream()
                        .map(constraint -> constraint instanceof ForeignKey key
                                        && key.referencedTable().equals(referencedTable)
                                ? change.apply(key)
                                : constraint)
                        .toList(),
                indexes);
    }

    private Table withParts(List<Column> newColumns, List<Constraint> newConstraints, List<Index> newIndexes) {
        return new Table(name, newColumns, newConstraints, newIndexes, comment, clauses);
    }

    private void requireIndex(String index) {
        if (findIndex(index).isEmpty()) {
            throw new InvalidSchemaException("index \"%s\" does not exist on table \"%s\"; known indexes: %s"
                    .formatted(index, name, quotedNames(indexes, Index::name)));
        }
    }

    private <C extends Constraint> List<C> constraints(Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (kind.isInstance(constraint)) {
                found.add(kind.cast(constraint));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private static boolean isGeneratedFrom(Column generated, String column) {
        return generated
                .generated()
                .filter(how -> ExpressionText.mentions(how.expression(), column))
                .isPresent();
    }

    private static boolean mentions(Constraint constraint, String column) {
        return constraint instanceof CheckConstraint check
                ? ExpressionText.mentions(check.expression(), column)
                : constraint.columns().contains(column);
    }

    private static void requireOnePrimaryKey(String table, List<Constraint> constraints) {
        boolean found = false;
        for (Constraint constraint : constraints) {
            if (constraint instanceof PrimaryKey && found) {
                throw new InvalidSchemaException("table \"%s\" cannot have two primary keys".formatted(table));
            }
            found |= constraint instanceof PrimaryKey;
        }
    }

    private static void requireKnownColumns(
            String table, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        Set<String> known = new HashSet<>();
        columns.forEach(column -> known.add(column.name()));
        for (Constraint constraint : constraints) {
            for (String column : constraint.columns()) {
                requireKnown(table, known, column, constraint.name());
            }
        }
        for (Index index : indexes) {
            for (String column : index.columns()) {
                requireKnown(table, known, column, index.name());
            }
        }
    }

    private static void requireKnown(String table, Set<String> known, String column, String user) {
        if (!known.contains(column)) {
            throw new InvalidSchemaException(
                    "\"%s\" names column \"%s\", which does not exist in table \"%s\"; known columns: %s"
                            .formatted(
                                    user, column, table, known.stream().sorted().toList()));
        }
    }

    private static <T> void requireDistinct(String table, String what, List<T> parts, Function<T, String> nameOf) {
        Set<String> seen = new HashSet<>();
        for (T part : parts) {
            if (!seen.add(nameOf.apply(part))) {
                throw new InvalidSchemaException(
                        "table \"%s\" has %s \"%s\" already".formatted(table, what, nameOf.apply(part)));
            }
        }
    }

    private static <T> String quotedNames(List<T> parts, Function<T, String> nameOf) {
        return parts.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        parts.stream()
                                .map(part -> "\"" + nameOf.apply(part) + "\"")
                                .toList());
    }

    private static <T> Optional<T> first(List<T> parts, Predicate<T> condition) {
        for (T part : parts) {
            if (condition.test(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> plus(List<T> parts, T part) {
        List<T> longer = new ArrayList<>(parts);
        longer.add(part);
        return longer;
    }

    private static <T> List<T> without(List<T> parts, Predicate<T> condition) {
        return parts.stream().filter(condition.negate()).toList();
    }
}
