package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.jsonBinary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.Schema;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonKeysTest {

    static List<Consumer<Schema>> refused() {
        return List.of(
                schema -> schema.createIndex("ix_papers", "papers", "body"),
                schema -> schema.createIndex("ix_papers", "papers", "id", "body"),
                schema -> schema.createIndex("ix_papers", "papers", "body").using(IndexMethod.GIN),
                schema -> schema.alterTable("papers", t -> t.addUnique("body")),
                schema -> schema.alterTable("papers", t -> t.column("facts").type(json())),
                schema ->
                        schema.createTable("keys", t -> t.column("key", json()).primaryKey()),
                schema ->
                        schema.createTable("keys", t -> t.column("key", json()).unique()),
                schema -> schema.createTable("keys", t -> {
                    t.column("key", json());
                    t.index("ix_keys", "key");
                }));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void json_is_no_part_of_an_index_or_a_key(Consumer<Schema> change) {
        assertThatThrownBy(() -> TestRun.of(papers(), change))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("no default operator class")
                .hasMessageContaining("jsonBinary()");
    }

    @Test
    void binary_json_expressions_and_classes_that_are_named_may_be() {
        TestRun run = TestRun.of(papers(), schema -> {
            schema.createIndex("ix_facts", "papers", "facts").using(IndexMethod.GIN);
            schema.createIndex("ix_names", "papers").expression("body ->> 'name'");
            schema.createIndex("ix_own", "papers", "body").operatorClass("json_ops_of_ours");
        });
        assertThat(run.statements())
                .filteredOn(statement -> statement.sql().text().startsWith("CREATE INDEX"))
                .hasSize(3);
    }

    private static SchemaModel papers() {
        return TestRun.of(
                        SchemaModel.empty(),
                        schema -> schema.createTable("papers", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("body", json());
                            t.column("facts", jsonBinary());
                            t.index("ix_papers_facts", "facts");
                        }))
                .after();
    }
}
