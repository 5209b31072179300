package dev.aludel.model;

import java.util.List;
import java.util.Optional;

/** Something of a schema besides tables and enums, known by its name and by what its author wrote. */
public sealed interface DatabaseObject
        permits DatabaseObject.View,
                DatabaseObject.Routine,
                DatabaseObject.Trigger,
                DatabaseObject.UpdatedAtTrigger,
                DatabaseObject.Extension {

    /** What kinds there are; names are distinct within a kind. */
    enum Kind {
        VIEW("view"),
        FUNCTION("function"),
        PROCEDURE("procedure"),
        TRIGGER("trigger"),
        EXTENSION("extension");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As a sentence calls it. */
        public String words() {
            return words;
        }
    }

    Kind kind();

    String name();

    /** The table that it goes with; empty where it stands by itself. */
    default Optional<String> table() {
        return Optional.empty();
    }

    /**
     * A query by a name.
     *
     * @param query what it shows, without a terminator
     * @param storage how its rows are kept; empty for a plain view, which keeps none
     * @param comment what it is for, kept where the database has a place for it
     */
    record View(String name, PerDialect<String> query, Optional<Storage> storage, Optional<String> comment)
            implements DatabaseObject {

        public View {
            Names.require(name, "view");
        }

        @Override
        public Kind kind() {
            return Kind.VIEW;
        }

        /** This view with a column under another name, which {@code changed} shows; its indexes follow. */
        public View withColumnRenamed(String from, String to, PerDialect<String> changed) {
            Optional<Storage> renamed = storage.map(stored -> new Storage(
                    stored.indexes().stream()
                            .map(index -> index.withColumnRenamed(from, to))
                            .toList(),
                    stored.otherwiseView()));
            return new View(name, changed, renamed, comment);
        }

        /**
         * This materialized view with an index under another name.
         *
         * @throws InvalidSchemaException when it has no such index, or one of the new name already
         */
        public View withIndexRenamed(String from, String to) {
            List<String> known = storage.map(Storage::indexes).orElse(List.of()).stream()
                    .map(Index::name)
                    .toList();
            if (!known.contains(from) || known.contains(to)) {
                throw new InvalidSchemaException(
                        "index \"%s\" of view \"%s\" cannot be renamed to \"%s\"; the view's indexes: %s"
                                .formatted(from, name, to, known));
            }
            return new View(name, query, storage.map(stored -> stored.withIndexRenamed(from, to)), comment);
        }
    }

    /**
     * How a materialized view keeps its rows.
     *
     * @param indexes over its columns, in the order of their creation
     * @param otherwiseView whether a plain view takes its place where the database keeps none
     */
    record Storage(List<Index> indexes, boolean otherwiseView) {

        public Storage {
            indexes = List.copyOf(indexes);
        }

        private Storage withIndexRenamed(String from, String to) {
            List<Index> renamed = indexes.stream()
                    .map(index -> index.name().equals(from) ? index.withName(to) : index)
                    .toList();
            return new Storage(renamed, otherwiseView);
        }
    }

    /**
     * A function or a procedure.
     *
     * @param definition the statements that create it; none where it isn't there
     */
    record Routine(Kind kind, String name, PerDialect<List<String>> definition) implements DatabaseObject {

        public Routine {
            Names.require(name, kind.words());
        }
    }

    /**
     * A trigger of a table.
     *
     * @param definition the statements that create it; none where it isn't there
     */
    record Trigger(String name, String onTable, PerDialect<List<String>> definition) implements DatabaseObject {

        public Trigger {
            Names.require(name, "trigger");
        }

        @Override
        public Kind kind() {
            return Kind.TRIGGER;
        }

        @Override
        public Optional<String> table() {
            return Optional.of(onTable);
        }
    }

    /** A trigger that sets a column to the clock whenever a row changes. */
    record UpdatedAtTrigger(String name, String onTable, String column) implements DatabaseObject {

        public UpdatedAtTrigger {
            Names.require(name, "trigger");
        }

        @Override
        public Kind kind() {
            return Kind.TRIGGER;
        }

        @Override
        public Optional<String> table() {
            return Optional.of(onTable);
        }
    }

    /** An extension of PostgreSQL's; nothing elsewhere. */
    record Extension(String name) implements DatabaseObject {

        public Extension {
            Names.require(name, "extension");
        }

        @Override
        public Kind kind() {
            return Kind.EXTENSION;
        }
    }
}
