package dev.aludel.dialect.mysql;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.sql.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a batch does to indexes and constraints, those included that a column drags along. */
final class KeyClauses {

    /** The name that the server gives every primary key. */
    private static final String PRIMARY = "PRIMARY";

    private final TableBatch batch;
    private final LiveTable live;
    private final MysqlSyntax syntax;
    private final KeyDefinitions definitions;
    private final MysqlServer server;
    private final ForeignKeyIndexes serving;
    private final RestatedKeys restated;

    KeyClauses(TableBatch batch, LiveTable live, MysqlSyntax syntax, KeyDefinitions definitions, MysqlServer server) {
        this.batch = batch;
        this.live = live;
        this.syntax = syntax;
        this.definitions = definitions;
        this.server = server;
        this.serving = new ForeignKeyIndexes(server);
        this.restated = new RestatedKeys(batch, live, server);
    }

    /** What goes before columns change. */
    List<Clause> dropping() {
        List<Clause> clauses = new ArrayList<>();
        batch.droppedConstraints().forEach(constraint -> clauses.addAll(drop(constraint)));
        restated.constraints().forEach(constraint -> clauses.addAll(drop(constraint)));
        for (DropIndex drop : batch.droppedIndexes()) {
            if (isToDrop(drop)) {
                clauses.add(dropIndex(drop.index()));
            }
        }
        restated.indexes().stream()
                .filter(index -> live.isAssumed() || live.hasIndex(index.name()))
                .forEach(index -> clauses.add(redefinition(dropIndex(index.name()))));
        return clauses;
    }

    /** What comes after columns have changed. */
    List<Clause> adding() {
        List<Clause> clauses = new ArrayList<>();
        batch.renamedIndexes().entrySet().stream()
                .filter(renamed -> !isRestated(renamed.getKey()))
                .forEach(renamed -> clauses.add(renameIndex(renamed.getKey(), renamed.getValue())));
        restated.indexes().forEach(index -> clauses.add(redefinition(addIndex(restated.current(index)))));
        Stream.concat(
                        batch.createdIndexes().stream().filter(this::isToCreate),
                        batch.assuredIndexes().stream().filter(this::isMissing))
                .forEach(create -> clauses.add(addIndex(create.index())));
        restated.constraints().forEach(constraint -> clauses.add(redefinition(add(currentConstraint(constraint)))));
        batch.addedConstraints().forEach(constraint -> clauses.add(add(constraint)));
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
        return clause.leadsTo(
                Probe.constraintExists(batch.table(), constraint instanceof PrimaryKey ? PRIMARY : constraint.name()));
    }

    Clause dropIndex(String name) {
        return Clause.of(syntax.sql("DROP INDEX $N", name), "drop index \"%s\"".formatted(name), AlterCost.METADATA)
                .leadsTo(Probe.indexExists(batch.table(), name).negated());
    }

    /** The name of an index that is dropped and made again because of its columns. */
    Optional<String> restatedIndex() {
        return restated.indexes().stream()
                .map(restated::current)
                .map(Index::name)
                .findFirst();
    }

    Clause addIndex(Index index) {
        return Clause.of(
                        syntax.sql("ADD $S", definitions.indexes().definition(index)),
                        "add index \"%s\"".formatted(index.name()),
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
            return List.of(Clause.of(syntax.sql("DROP PRIMARY KEY"), "drop primary key", AlterCost.COPY)
                    .leadsTo(Probe.constraintExists(batch.table(), PRIMARY).negated()));
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

    private boolean isToCreate(CreateIndex create) {
        return !create.ifNotExists()
                || live.isAssumed()
                || !live.hasIndex(create.index().name())
                || isDropped(create);
    }

    /** An index that the model has, and the database lacks. */
    private boolean isMissing(CreateIndex create) {
        String name = create.index().name();
        return !live.isAssumed() && !live.hasIndex(name) && !isRestated(name);
    }

    private boolean isRestated(String index) {
        return restated.indexes().stream()
                .anyMatch(restating -> restating.name().equals(index));
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

    private Constraint currentConstraint(Constraint old) {
        return batch.tableAfter().findConstraint(old.name()).orElse(old);
    }

    /** Dropping and adding under one name leaves nothing that a look at the schema could tell. */
    private static Clause redefinition(Clause clause) {
        return Clause.of(clause.sql(), clause.words(), clause.cost()).asRepeatable();
    }
}
