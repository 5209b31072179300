package dev.aludel.dialect;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new constraint or unique index demands of the rows that are there: queries that find the rows that violate it, so
 * that they are reported with their keys before anything changes. What the model proves to hold isn't asked.
 */
public final class ConstraintChecks {

    private static final int SAMPLES = 5;

    private final Syntax syntax;
    private final RowSource rows;
    private final UnaryOperator<Sql> shown;

    /** Checks of {@code rows}; {@code shown} makes of a column what a sample shows of it. */
    public ConstraintChecks(Syntax syntax, RowSource rows, UnaryOperator<Sql> shown) {
        this.syntax = syntax;
        this.rows = rows;
        this.shown = shown;
    }

    /** Checks of the rows for a constraint that is about to be added. */
    public List<Check> of(Constraint constraint) {
        if (constraint.columns().stream().anyMatch(rows.unknown()::contains)) {
            return List.of();
        }
        if (constraint instanceof CheckConstraint check) {
            return rows.unknown().isEmpty() ? List.of(meet(check)) : List.of();
        }
        if (constraint instanceof ForeignKey key) {
            return List.of(refer(key));
        }
        Stream<Check> complete = constraint instanceof PrimaryKey
                ? constraint.columns().stream()
                        .filter(column -> rows.table().column(column).nullable())
                        .map(column -> complete(column, constraint.name()))
                : Stream.of();
        return Stream.concat(
                        complete,
                        distinct(
                                constraint.columns().stream()
                                        .map(IndexPart::column)
                                        .toList(),
                                Optional.empty(),
                                constraint.name())
                                .stream())
                .toList();
    }

    /** Checks of the rows for an index that is about to be created; none where it isn't unique. */
    public List<Check> of(Index index) {
        return index.unique() && rows.unknown().isEmpty()
                ? distinct(index.parts(), index.where(), index.name()).stream().toList()
                : List.of();
    }

    private Check complete(String column, String constraint) {
        return check(
                query(without(List.of(column)), syntax.sql("$N IS NULL", column), List.of()),
                Set.of(),
                "check column \"%s\" of table \"%s\"".formatted(column, table()),
                "column \"%s\" of table \"%s\" holds NULL, which primary key \"%s\" does not allow"
                        .formatted(column, table(), constraint),
                "Give these rows a value before this revision.");
    }

    /** Rows in which a part is NULL agree with no other. */
    private Optional<Check> distinct(List<IndexPart> parts, Optional<String> where, String name) {
        if (isDistinctAlready(parts)) {
            return Optional.empty();
        }
        List<Sql> values = parts.stream().map(this::value).toList();
        List<Sql> conditions = new ArrayList<>();
        where.ifPresent(condition -> conditions.add(syntax.sql("($S)", Sql.raw(condition))));
        Sql several = Sql.joined(", ", values);
        Sql left = values.size() == 1 ? several : syntax.sql("($S)", several);
        List<Sql> counted = new ArrayList<>(conditions);
        parts.stream().filter(this::mayBeNull).forEach(part -> counted.add(syntax.sql("$S IS NOT NULL", value(part))));
        conditions.add(syntax.sql(
                "$S IN (\n    SELECT $S\n    FROM $S$S\n    GROUP BY $S\n    HAVING count(*) > 1)",
                left,
                several,
                named(),
                counted.isEmpty() ? Sql.raw("") : syntax.sql("\n    WHERE $S", Sql.joined(" AND ", counted)),
                several));
        Collection<String> columns = columns(parts);
        String words = words(parts);
        return Optional.of(check(
                query(shown(columns), Sql.joined("\n  AND ", conditions), values),
                Set.of(),
                "check that %s of table \"%s\" are distinct".formatted(words, table()),
                "rows of table \"%s\" agree in %s, which \"%s\" does not allow".formatted(table(), words, name),
                "Make them distinct before this revision."));
    }

    private Check meet(CheckConstraint constraint) {
        return check(
                query(
                        rows.key().isEmpty() ? everything() : rows.key(),
                        syntax.sql("NOT ($S)", Sql.raw(constraint.expression())),
                        List.of()),
                Set.of(),
                "check that table \"%s\" meets \"%s\"".formatted(table(), constraint.name()),
                "rows of table \"%s\" do not meet \"%s\" (%s)"
                        .formatted(table(), constraint.name(), constraint.expression()),
                "Correct them before this revision.");
    }

    private Check refer(ForeignKey key) {
        List<Sql> conditions = new ArrayList<>();
        List<Sql> pairs = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            String column = key.columns().get(index);
            conditions.add(syntax.sql("child.$N IS NOT NULL", column));
            pairs.add(syntax.sql("parent.$N = child.$N", key.referencedColumns().get(index), column));
        }
        boolean own = key.referencedTable().equals(table());
        Sql query = syntax.sql(
                """
                SELECT count(*) OVER () AS $N, $S
                FROM $S AS child
                WHERE $S
                  AND NOT EXISTS (SELECT 1 FROM $S AS parent WHERE $S)$S
                LIMIT $S""",
                Check.COUNT_LABEL,
                shown(key.columns()),
                rows.source(),
                Sql.joined("\n  AND ", conditions),
                own ? rows.source() : syntax.name(key.referencedTable()),
                Sql.joined(" AND ", pairs),
                order(List.of()),
                Sql.raw(String.valueOf(SAMPLES)));
        return check(
                query,
                own ? Set.of() : Set.of(key.referencedTable()),
                "check the rows that \"%s\" of table \"%s\" refers to".formatted(key.name(), table()),
                "rows of table \"%s\" refer by %s to rows that table \"%s\" doesn't have"
                        .formatted(table(), quoted(key.columns()), key.referencedTable()),
                "Correct them before this revision adds foreign key \"%s\".".formatted(key.name()));
    }

    private Check check(Sql query, Set<String> others, String summary, String problem, String advice) {
        return new Check(table(), others, query, summary, new Check.Failure(problem, advice), rows.precondition());
    }

    private Sql query(List<Sql> selected, Sql where, List<Sql> groups) {
        List<Sql> all = new ArrayList<>();
        all.add(syntax.sql("count(*) OVER () AS $N", Check.COUNT_LABEL));
        all.addAll(selected);
        return syntax.sql(
                "SELECT $S\nFROM $S\nWHERE $S$S\nLIMIT $S",
                all,
                named(),
                where,
                order(groups),
                Sql.raw(String.valueOf(SAMPLES)));
    }

    /** Rows that belong together stand together. */
    private Sql order(List<Sql> groups) {
        Set<Sql> order = new LinkedHashSet<>(groups);
        order.addAll(rows.key());
        return order.isEmpty() ? Sql.raw("") : syntax.sql("\nORDER BY $S", order);
    }

    /** A constraint's own SQL may speak of columns by the table's name. */
    private Sql named() {
        return rows.source().equals(syntax.name(table()))
                ? rows.source()
                : syntax.sql("$S AS $N", rows.source(), table());
    }

    private Sql value(IndexPart part) {
        return part.isExpression() ? syntax.sql("($S)", Sql.raw(part.text())) : syntax.name(part.text());
    }

    private boolean mayBeNull(IndexPart part) {
        return part.isExpression()
                || rows.table()
                        .find(part.text())
                        .map(column -> column.nullable())
                        .orElse(true);
    }

    /** Whether a key that the model has is over some of these columns alone. */
    private boolean isDistinctAlready(List<IndexPart> parts) {
        Table table = rows.table();
        Set<String> columns = Set.copyOf(columns(parts));
        Stream<Constraint> keys = Stream.concat(table.uniqueConstraints().stream(), table.primaryKey().stream());
        return keys.anyMatch(key -> columns.containsAll(key.columns()));
    }

    private static Collection<String> columns(List<IndexPart> parts) {
        return parts.stream()
                .filter(part -> !part.isExpression())
                .map(IndexPart::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Sql> shown(Collection<String> columns) {
        List<Sql> all = new ArrayList<>(rows.key());
        for (String column : columns) {
            Sql name = syntax.name(column);
            if (!all.contains(name)) {
                Sql value = shown.apply(name);
                all.add(value.equals(name) ? name : syntax.sql("$S AS $S", value, name));
            }
        }
        return all.isEmpty() ? everything() : all;
    }

    private List<Sql> without(List<String> columns) {
        List<Sql> names = columns.stream().map(syntax::name).toList();
        List<Sql> others =
                rows.key().stream().filter(part -> !names.contains(part)).toList();
        return others.isEmpty() ? everything() : others;
    }

    private List<Sql> everything() {
        return List.of(syntax.sql("$N.*", table()));
    }

    private String table() {
        return rows.table().name();
    }

    private static String words(List<IndexPart> parts) {
        return parts.stream()
                .map(part -> part.isExpression() ? part.text() : '"' + part.text() + '"')
                .collect(Collectors.joining(", "));
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }
}
