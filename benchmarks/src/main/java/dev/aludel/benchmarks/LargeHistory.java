package dev.aludel.benchmarks;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import java.util.List;
import java.util.stream.IntStream;

/** Revisions of which one in four makes a table, and the other three change it: a column, an index, a rename. */
record LargeHistory(List<Revision> revisions) implements History {

    static LargeHistory of(Shape shape, int count) {
        return new LargeHistory(IntStream.range(0, count)
                .<Revision>mapToObj(number -> new Change(shape.header(number), number))
                .toList());
    }

    @Override
    public String name() {
        return "large";
    }

    private record Change(Header header, int number) implements Revision {

        @Override
        public void upgrade(Schema schema) {
            String table = "table_" + number / 4;
            switch (number % 4) {
                case 0 ->
                    schema.createTable(table, t -> {
                        t.column("id", bigInteger()).primaryKey();
                        t.column("name", string(100)).notNull();
                        t.column("created_at", bigInteger()).notNull();
                    });
                case 1 ->
                    schema.alterTable(
                            table, t -> t.addColumn("status", string(20)).defaultTo("new"));
                case 2 -> schema.createIndex("ix_%s_name".formatted(table), table, "name");
                default -> schema.alterTable(table, t -> t.column("name").renameTo("title"));
            }
        }
    }
}
