package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Generated;
import dev.aludel.model.Value;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a batch does to columns: clauses that run before values move, and clauses that run afterwards. */
final class ColumnClauses {

    private static final Pattern COLLATION =
            Pattern.compile("\\b(COLLATE|CHARACTER SET|CHARSET)\\b", Pattern.CASE_INSENSITIVE);

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlSyntax syntax;
    private final MysqlValues values;
    private final MysqlServer server;
    private final ColumnDefinition definition;
    private final MovedValues moved;

    ColumnClauses(
            TableBatch batch,
            LiveTable live,
            MysqlSyntax syntax,
            MysqlValues values,
            MovedValues moved,
            MysqlServer server) {
        this.batch = batch;
        this.live = live;
        this.syntax = syntax;
        this.values = values;
        this.server = server;
        this.moved = moved;
        this.definition = new ColumnDefinition(syntax, server, values);
    }

    /** Makes room for the values that are about to move. */
    List<Clause> preparing() {
        List<Clause> clauses = new ArrayList<>();
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isConverted()) {
                clauses.add(addSuccessor(plan));
            } else if (plan.isAdded() && plan.fill().isPresent()) {
                clauses.add(add(withoutDifferingDefault(plan.now().withNullable(true))));
            } else if (plan.fill().isPresent() && plan.changesType()) {
                clauses.add(redefine(
                        plan, target(plan).withName(origin(plan).name()).withNullable(true)));
            }
        }
        return clauses;
    }

    /** Brings the columns into their final shape. */
    List<Clause> finishing() {
        List<Clause> clauses = new ArrayList<>();
        batch.droppedColumns().forEach(column -> clauses.add(drop(column.name())));
        batch.convertedColumns().forEach(plan -> clauses.add(dropPredecessor(plan)));
        batch.columns().forEach(plan -> finish(plan).ifPresent(clauses::add));
        return clauses;
    }

    /** New columns with their values, which a copy of the table makes. */
    List<Clause> copied() {
        return batch.convertedColumns().stream().map(this::addConverted).toList();
    }

    /** What is left to do with the columns after {@link #copied}: a change of the definition only. */
    List<Clause> lettingGo() {
        List<Clause> clauses = new ArrayList<>();
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isConverted()) {
                clauses.add(setDefault(plan.now()));
                clauses.add(dropPredecessor(plan));
            }
        }
        return clauses;
    }

    private Clause addConverted(ColumnPlan plan) {
        Column column = plan.now();
        Sql definition = syntax.sql(
                "ADD COLUMN $N $S$S DEFAULT ($S)$S$S AFTER $N",
                column.name(),
                Sql.raw(MysqlTypes.spelling(column.type())),
                nullability(column),
                moved.converted(plan),
                successorAttributes(plan).comment(),
                this.definition.ending(column),
                origin(plan).name());
        return Clause.of(definition, "add column \"%s\" with its values".formatted(column.name()), AlterCost.COPY)
                .leadsTo(Probe.columnExists(batch.table(), column.name()));
    }

    /** The name of the column that takes a converted one's place until that is gone. */
    static String successor(ColumnPlan plan) {
        return plan.isRenamed() ? plan.now().name() : shortened(plan.now().name() + "_converted");
    }

    /** A column as CREATE TABLE and ADD COLUMN write it. */
    Sql definition(Column column) {
        return definition.of(column);
    }

    private Optional<Clause> finish(ColumnPlan plan) {
        if (plan.isConverted()) {
            return finishSuccessor(plan);
        }
        if (plan.isAdded()) {
            return finishAdded(plan);
        }
        boolean typeRemains = plan.changesType() && plan.fill().isEmpty();
        boolean redefines = plan.changesNullability() || plan.changesComment() || plan.changesNumbering();
        boolean filledRemains =
                plan.changesType() && plan.fill().isPresent() && !plan.now().nullable();
        if (typeRemains || filledRemains || redefines) {
            return Optional.of(redefine(plan, target(plan)));
        }
        if (plan.isRenamed()) {
            return Optional.of(
                    plan.changesDefault()
                            ? redefine(plan, target(plan))
                            : rename(origin(plan).name(), plan));
        }
        if (!plan.changesDefault()) {
            return Optional.empty();
        }
        return Optional.of(isSettable(plan.now()) ? setDefault(plan.now()) : redefine(plan, target(plan)));
    }

    private Optional<Clause> finishAdded(ColumnPlan plan) {
        if (plan.fill().isEmpty()) {
            return Optional.of(add(plan.now()));
        }
        boolean isWhole =
                plan.now().nullable() && withoutDifferingDefault(plan.now()).equals(plan.now());
        return isWhole ? Optional.empty() : Optional.of(modify(plan.now(), definition(plan.now()), AlterCost.REBUILD));
    }

    private static Column withoutDifferingDefault(Column column) {
        return column.withDefault(column.defaultValue().filter(value -> !MysqlValues.differsByServer(value)));
    }

    private Optional<Clause> finishSuccessor(ColumnPlan plan) {
        String successor = successor(plan);
        Column now = plan.now();
        boolean plain = now.nullable() && now.defaultValue().isEmpty() && !plan.changesComment();
        if (plain) {
            return successor.equals(now.name()) ? Optional.empty() : Optional.of(rename(successor, plan));
        }
        Sql definition = fullDefinition(now, successorAttributes(plan));
        return Optional.of(
                successor.equals(now.name())
                        ? modify(now, definition, AlterCost.REBUILD)
                        : change(successor, now, definition, AlterCost.REBUILD));
    }

    /** The new column stands right behind the old one, so that the order of columns stays. */
    private Clause addSuccessor(ColumnPlan plan) {
        Column empty = Column.of(successor(plan), plan.now().type())
                .withClauses(plan.now().clauses());
        Sql definition = syntax.sql(
                "ADD COLUMN $S AFTER $N",
                fullDefinition(empty, successorAttributes(plan)),
                origin(plan).name());
        return Clause.of(definition, "add column \"%s\"".formatted(empty.name()), instant())
                .leadsTo(Probe.columnExists(batch.table(), empty.name()));
    }

    private Clause add(Column column) {
        boolean computed = column.generated().filter(Generated::stored).isPresent()
                || column.autoIncrement().isPresent()
                || column.defaultValue()
                        .filter(value ->
                                values.defaultValue(value, column).text().startsWith("("))
                        .isPresent();
        return Clause.of(
                        syntax.sql("ADD COLUMN $S", definition(column)),
                        "add column \"%s\"".formatted(column.name()),
                        computed ? AlterCost.COPY : instant())
                .leadsTo(Probe.columnExists(batch.table(), column.name()));
    }

    private Clause drop(String column) {
        return Clause.of(syntax.sql("DROP COLUMN $N", column), "drop column \"%s\"".formatted(column), instant())
                .leadsTo(Probe.columnExists(batch.table(), column).negated());
    }

    /** Where the successor takes the old name, a look at that name tells nothing. */
    private Clause dropPredecessor(ColumnPlan plan) {
        Clause clause = drop(origin(plan).name());
        return plan.isRenamed() ? clause : Clause.of(clause.sql(), clause.words(), clause.cost());
    }

    private Clause rename(String from, ColumnPlan plan) {
        String to = plan.now().name();
        Clause clause = Clause.of(
                syntax.sql("RENAME COLUMN $N TO $N", from, to),
                "rename column \"%s\" to \"%s\"".formatted(from, to),
                AlterCost.INSTANT);
        return clause.leadsTo(Probe.columnExists(batch.table(), from).negated());
    }

    /**
     * MySQL 9.7.4 takes no ALTER COLUMN … SET DEFAULT for a TEXT column (error 1101), not even of an expression, and none of
     * the clock (error 1064).
     */
    private boolean isSettable(Column column) {
        boolean clock = column.defaultValue()
                .filter(Value.CurrentTimestamp.class::isInstance)
                .isPresent();
        boolean settable = !clock && MysqlValues.takesLiteralDefault(column.type());
        return server.isMariaDb() || column.defaultValue().isEmpty() || settable;
    }

    /** DROP DEFAULT would leave a nullable column that every insert must name; measured on 9.7.4. */
    private Clause setDefault(Column column) {
        Optional<Sql> value = column.defaultValue().map(given -> values.defaultValue(given, column));
        Sql change = value.map(given -> syntax.sql("SET DEFAULT $S", given))
                .orElseGet(() -> Sql.raw(
                        column.nullable() && MysqlValues.takesLiteralDefault(column.type())
                                ? "SET DEFAULT NULL"
                                : "DROP DEFAULT"));
        return Clause.of(
                        syntax.sql("ALTER COLUMN $N $S", column.name(), change),
                        "%s of column \"%s\""
                                .formatted(value.isPresent() ? "set default" : "drop default", column.name()),
                        AlterCost.INSTANT)
                .asRepeatable();
    }

    /** States the whole column anew, under its name or another. */
    private Clause redefine(ColumnPlan plan, Column target) {
        Column old = origin(plan);
        Sql definition = fullDefinition(target, attributes(plan));
        AlterCost cost = redefinitionCost(plan);
        return target.name().equals(old.name())
                ? modify(target, definition, cost)
                : change(old.name(), target, definition, cost);
    }

    private static AlterCost redefinitionCost(ColumnPlan plan) {
        if (plan.changesType() || plan.changesNumbering()) {
            return AlterCost.COPY;
        }
        return plan.changesNullability() ? AlterCost.REBUILD : AlterCost.INSTANT;
    }

    private Clause modify(Column target, Sql definition, AlterCost cost) {
        return Clause.of(
                        syntax.sql("MODIFY COLUMN $S", definition),
                        "redefine column \"%s\"".formatted(target.name()),
                        cost)
                .asRepeatable();
    }

    private Clause change(String from, Column target, Sql definition, AlterCost cost) {
        return Clause.of(
                        syntax.sql("CHANGE COLUMN $N $S", from, definition),
                        "redefine column \"%s\" as \"%s\"".formatted(from, target.name()),
                        cost)
                .leadsTo(Probe.columnExists(batch.table(), from).negated());
    }

    /** The column that is asked for, with what the live one has where the revision asks for no change. */
    private Column target(ColumnPlan plan) {
        Column asked = plan.now();
        Optional<Column> found = live.table().find(origin(plan).name());
        if (found.isEmpty()) {
            return asked;
        }
        boolean isNumbered = asked.autoIncrement().isPresent();
        Column target = plan.changesNullability() || isNumbered
                ? asked
                : asked.withNullable(found.get().nullable());
        target = plan.changesDefault() || isNumbered
                ? target
                : target.withDefault(found.get().defaultValue());
        return plan.changesNumbering()
                ? target
                : target.withAutoIncrement(found.get().autoIncrement());
    }

    private ColumnAttributes attributes(ColumnPlan plan) {
        ColumnAttributes found = live.attributes(origin(plan).name());
        return (plan.changesType() ? forType(found, plan.now().type()) : found).withComment(comment(plan, found));
    }

    /** Values of another kind keep the comment of the column, and nothing else. */
    private ColumnAttributes successorAttributes(ColumnPlan plan) {
        ColumnAttributes found = live.attributes(origin(plan).name());
        return new ColumnAttributes(
                Optional.empty(), Optional.empty(), Optional.empty(), Sql.raw(""), comment(plan, found), false);
    }

    /** The live column's comment, which somebody may have changed since, unless this batch changes it. */
    private Sql comment(ColumnPlan plan, ColumnAttributes found) {
        return live.isAssumed() || plan.changesComment() ? CommentClause.of(plan.now()) : found.comment();
    }

    private static ColumnAttributes forType(ColumnAttributes found, ColumnType type) {
        return new ColumnAttributes(
                Optional.empty(),
                isText(type) ? found.collation() : Optional.empty(),
                isDateTime(type) ? found.onUpdate() : Optional.empty(),
                found.extras(),
                found.comment(),
                false);
    }

    private Sql fullDefinition(Column column, ColumnAttributes attributes) {
        return syntax.sql(
                "$N $S$S$S$S$S$S$S$S$S$S",
                column.name(),
                attributes.type().orElseGet(() -> Sql.raw(MysqlTypes.spelling(column.type()))),
                attributes
                        .collation()
                        .filter(found -> !namesCollation(column))
                        .map(text -> syntax.sql(" $S", text))
                        .orElse(Sql.raw("")),
                definition.generated(column),
                nullability(column),
                definition.defaultClause(column),
                attributes
                        .onUpdate()
                        .map(text -> syntax.sql(" ON UPDATE $S", text))
                        .orElse(Sql.raw("")),
                definition.numbered(column),
                attributes.extras(),
                attributes.comment(),
                definition.ending(column));
    }

    /** With a blank before it. MariaDB takes neither of the two where the values are generated. */
    private Sql nullability(Column column) {
        boolean unsaid = column.generated().isPresent() && column.nullable();
        return Sql.raw(unsaid ? "" : column.nullable() ? " NULL" : " NOT NULL");
    }

    private static boolean namesCollation(Column column) {
        return column.clause()
                .filter(clause -> COLLATION.matcher(clause).find())
                .isPresent();
    }

    private AlterCost instant() {
        return server.hasInstantColumns() ? AlterCost.INSTANT_OR_REBUILD : AlterCost.REBUILD;
    }

    private static Column origin(ColumnPlan plan) {
        return plan.origin().orElseThrow();
    }

    private static boolean isText(ColumnType type) {
        return type == Simple.TEXT
                || type == Simple.UUID
                || type instanceof ColumnType.VarChar
                || type instanceof ColumnType.FixedChar;
    }

    private static boolean isDateTime(ColumnType type) {
        return type == Simple.DATETIME || type == Simple.TIMESTAMP_WITH_ZONE;
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) > 64) {
            throw new UnsupportedOnDialectException(
                    "the conversion needs a column named \"%s\" for a while, which is longer than 64 characters: rename the column to a shorter name first"
                            .formatted(name));
        }
        return name;
    }
}
