package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.sql.Probe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a batch does to indexes and constraints, those included that a converted column drags along. */
final class KeyClauses {

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlSyntax syntax;
    private final KeyDefinitions definitions;
    private final MysqlServer server;
    private final ForeignKeyIndexes serving;

    KeyClauses(TableBatch batch, LiveTable live, MysqlSyntax syntax, KeyDefinitions definitions, MysqlServer server) {
        this.batch = batch;
        this.live = live;
        this.syntax = syntax;
        this.definitions = definitions;
        this.server = server;
        this.serving = new ForeignKeyIndexes(server);
    }

    /** What goes before columns change. */
    List<Clause> dropping() {
        List<Clause> clauses = new ArrayList<>();
        batch.droppedConstraints().forEach(constraint -> clauses.addAll(drop(constraint)));
        restatedConstraints().forEach(constraint -> clauses.addAll(drop(constraint)));
        for (DropIndex drop : batch.droppedIndexes()) {
            if (isToDrop(drop)) {
                clauses.add(dropIndex(drop.index()));
            }
        }
        restatedIndexes().forEach(index -> clauses.add(redefinition(dropIndex(index.name()))));
        return clauses;
    }

    /** What comes after columns have changed. */
    List<Clause> adding() {
        List<Clause> clauses = new ArrayList<>();
        batch.renamedIndexes().forEach((from, to) -> {
            if (!isRestated(from)) {
                clauses.add(renameIndex(from, to));
            }
        });
        restatedIndexes().forEach(index -> clauses.add(redefinition(addIndex(current(index)))));
        for (CreateIndex create : batch.createdIndexes()) {
            if (!create.ifNotExists()
                    || live.isAssumed()
                    || !live.hasIndex(create.index().name())
                    || isDropped(create)) {
                clauses.add(addIndex(
                        batch.tableAfter().findIndex(create.index().name()).orElse(create.index())));
            }
        }
        restatedConstraints().forEach(constraint -> clauses.add(redefinition(add(currentConstraint(constraint)))));
        batch.addedConstraints().forEach(constraint -> clauses.add(add(currentConstraint(constraint))));
        return clauses;
    }

    /** The foreign keys that stay, and whose last index goes: the server must make one for them again. */
    List<ForeignKey> leftWithoutIndex() {
        Table after = batch.tableAfter();
        return after.foreignKeys().stream()
                .filter(key -> batch.tableBefore().findConstraint(key.name()).isPresent())
                .filter(key -> !serving.serves(after, key) && !servedBySomebodyElse(key))
                .filter(this::wasServed)
                .toList();
    }

    /** The name by which the database knows a foreign key: another tool may have made it. */
    String liveName(ForeignKey key) {
        List<ForeignKey> alike = live.table().foreignKeys().stream()
                .filter(candidate -> candidate.columns().equals(key.columns())
                        && candidate.referencedTable().equals(key.referencedTable()))
                .toList();
        boolean named = live.table().findConstraint(key.name()).isPresent();
        return named || alike.isEmpty() ? key.name() : alike.get(0).name();
    }

    Clause dropForeignKey(String name) {
        return Clause.of(
                        syntax.sql("DROP FOREIGN KEY $N", name),
                        "drop foreign key \"%s\"".formatted(name),
                        AlterCost.METADATA)
                .leadsTo(Probe.constraintExists(batch.table(), name).negated());
    }

    Clause add(Constraint constraint) {
        AlterCost cost = constraint instanceof ForeignKey || constraint instanceof CheckConstraint
                ? AlterCost.COPY
                : constraint instanceof PrimaryKey ? AlterCost.REBUILD : AlterCost.IN_PLACE;
        Clause clause = Clause.of(
                syntax.sql("ADD $S", definitions.constraint(constraint)),
                "add constraint \"%s\"".formatted(constraint.name()),
                cost);
        return constraint instanceof PrimaryKey
                ? clause
                : clause.leadsTo(Probe.constraintExists(batch.table(), constraint.name()));
    }

    Clause dropIndex(String name) {
        return Clause.of(syntax.sql("DROP INDEX $N", name), "drop index \"%s\"".formatted(name), AlterCost.METADATA)
                .leadsTo(Probe.indexExists(batch.table(), name).negated());
    }

    private Clause addIndex(Index index) {
        return Clause.of(
                        syntax.sql("ADD $S", definitions.index(index, batch.tableAfter())),
                        definitions.words("add index", index),
                        AlterCost.IN_PLACE)
                .leadsTo(Probe.indexExists(batch.table(), index.name()));
    }

    private Clause renameIndex(String from, String to) {
        return Clause.of(
                        syntax.sql("RENAME INDEX $N TO $N", from, to),
                        "rename index \"%s\" to \"%s\"".formatted(from, to),
                        AlterCost.METADATA)
                .leadsTo(Probe.indexExists(batch.table(), to));
    }

    private List<Clause> drop(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return dropWithServingIndex(key);
        }
        if (constraint instanceof PrimaryKey) {
            return List.of(Clause.of(syntax.sql("DROP PRIMARY KEY"), "drop primary key", AlterCost.COPY));
        }
        if (constraint instanceof CheckConstraint) {
            String keyword = server.isMariaDb() ? "DROP CONSTRAINT $N" : "DROP CHECK $N";
            return List.of(Clause.of(
                            syntax.sql(keyword, constraint.name()),
                            "drop check \"%s\"".formatted(constraint.name()),
                            AlterCost.METADATA)
                    .leadsTo(Probe.constraintExists(batch.table(), constraint.name())
                            .negated()));
        }
        return List.of(dropIndex(constraint.name()));
    }

    /** The index that the server made for a foreign key would stay behind. */
    private List<Clause> dropWithServingIndex(ForeignKey key) {
        String name = liveName(key);
        List<Clause> clauses = new ArrayList<>();
        clauses.add(dropForeignKey(name));
        boolean own = !serving.serves(batch.tableBefore(), key);
        boolean stillNeeded = batch.tableAfter().foreignKeys().stream()
                .anyMatch(other -> other.columns().equals(key.columns()) && !serving.serves(batch.tableAfter(), other));
        if (own && !stillNeeded) {
            live.servingIndex(name).ifPresent(index -> clauses.add(dropIndex(index)));
        }
        return clauses;
    }

    private boolean isToDrop(DropIndex drop) {
        boolean inModel = batch.tableBefore().findIndex(drop.index()).isPresent();
        return live.isAssumed() ? inModel : !drop.ifExists() || live.hasIndex(drop.index());
    }

    private boolean isDropped(CreateIndex create) {
        return batch.droppedIndexes().stream()
                .anyMatch(drop -> drop.index().equals(create.index().name()));
    }

    private boolean wasServed(ForeignKey key) {
        ForeignKey old =
                (ForeignKey) batch.tableBefore().findConstraint(key.name()).orElseThrow();
        return serving.serves(batch.tableBefore(), old);
    }

    private boolean servedBySomebodyElse(ForeignKey key) {
        return live.servingIndexes().containsKey(liveName(key))
                || serving.anyServes(live.indexesUnknownTo(batch.tableBefore()), key);
    }

    /** The indexes over converted columns, in their old shape; those among them that the model doesn't know too. */
    private List<Index> restatedIndexes() {
        List<Index> all = new ArrayList<>(batch.tableBefore().indexes());
        all.addAll(live.indexesUnknownTo(batch.tableBefore()));
        Set<String> users = usersOfConvertedColumns();
        return all.stream()
                .filter(index -> users.contains(index.name()))
                .filter(index -> batch.droppedIndexes().stream()
                        .noneMatch(drop -> drop.index().equals(index.name())))
                .toList();
    }

    private boolean isRestated(String index) {
        return restatedIndexes().stream().anyMatch(restated -> restated.name().equals(index));
    }

    private List<Constraint> restatedConstraints() {
        Set<String> users = usersOfConvertedColumns();
        return batch.tableBefore().constraints().stream()
                .filter(constraint -> users.contains(constraint.name()))
                .filter(constraint -> !batch.droppedConstraints().contains(constraint))
                .map(this::requireRestatable)
                .toList();
    }

    private Constraint requireRestatable(Constraint constraint) {
        if (constraint instanceof ForeignKey) {
            throw new UnsupportedOnDialectException(
                    "a column of foreign key \"%s\" is converted: drop the foreign key before, and add it again in a revision's later step"
                            .formatted(constraint.name()));
        }
        return constraint;
    }

    /** An index in the shape that it has afterwards. */
    private Index current(Index old) {
        String name = batch.renamedIndexes().getOrDefault(old.name(), old.name());
        return batch.tableAfter().findIndex(name).orElseGet(() -> withColumnsRenamed(old));
    }

    private Index withColumnsRenamed(Index unknown) {
        SchemaModel renamed = SchemaModel.of(List.of(live.table()));
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isRenamed()) {
                renamed = renamed.withColumnRenamed(
                        batch.table(),
                        plan.origin().orElseThrow().name(),
                        plan.now().name());
            }
        }
        return renamed.table(batch.table()).findIndex(unknown.name()).orElse(unknown);
    }

    private Constraint currentConstraint(Constraint old) {
        return batch.tableAfter().findConstraint(old.name()).orElse(old);
    }

    /** The names of the indexes and constraints over a column whose place another one takes. */
    private Set<String> usersOfConvertedColumns() {
        Set<String> users = new LinkedHashSet<>();
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isConverted()) {
                String column = plan.origin().orElseThrow().name();
                users.addAll(batch.tableBefore().usersOf(column));
                users.addAll(live.table().usersOf(column));
            }
        }
        return users;
    }

    /** Dropping and adding under one name leaves nothing that a look at the schema could tell. */
    private static Clause redefinition(Clause clause) {
        return Clause.of(clause.sql(), clause.words(), clause.cost());
    }
}
