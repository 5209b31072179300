package dev.aludel.dsl;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.runTimeMillis;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.model.Column;
import dev.aludel.model.DialectId;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Index;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void a_table_is_recorded_with_its_columns_and_keys() {
        Operation recorded = only(schema -> schema.createTable("chat_messages", t -> {
            t.column("id", string()).primaryKey();
            t.column("session_id", string())
                    .notNull()
                    .references("sessions", "id")
                    .onDelete(CASCADE);
            t.column("email", string(80)).unique().defaultTo("none");
            t.index("ix_email", "email");
        }));

        assertThat(recorded)
                .isEqualTo(new CreateTable(new Table(
                        "chat_messages",
                        List.of(
                                Column.of("id", string()).withNullable(false),
                                Column.of("session_id", string()).withNullable(false),
                                Column.of("email", string(80)).withDefault(Optional.of(Value.of("none")))),
                        List.of(
                                new PrimaryKey("chat_messages_pkey", List.of("id")),
                                new ForeignKey(
                                        "chat_messages_session_id_fkey",
                                        List.of("session_id"),
                                        "sessions",
                                        List.of("id"),
                                        CASCADE,
                                        ReferentialAction.NO_ACTION),
                                new UniqueConstraint("chat_messages_email_key", List.of("email"))),
                        List.of(Index.of("ix_email", List.of("email"))))));
    }

    @Test
    void a_unique_constraint_may_have_a_name_of_its_own() {
        Operation created = only(schema -> schema.createTable("budgets", t -> {
            t.column("owner", string()).notNull();
            t.unique("owner").named("uq_owner");
        }));
        Operation altered = only(
                schema -> schema.alterTable("budgets", t -> t.addUnique("owner").named("uq_owner")));

        UniqueConstraint unique = new UniqueConstraint("uq_owner", List.of("owner"));
        assertThat(((CreateTable) created).table().uniqueConstraints()).containsExactly(unique);
        assertThat(altered).isEqualTo(new AlterTable("budgets", List.of(new AddConstraint(unique))));
    }

    @Test
    void a_column_change_is_recorded_as_far_as_it_is_said() {
        Operation recorded = only(schema -> schema.alterTable("sessions", t -> t.column("created_at")
                .renameTo("created_time")
                .type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(runTimeMillis())
                .notNull()));

        assertThat(recorded)
                .isEqualTo(new AlterTable(
                        "sessions",
                        List.of(new AlterColumn(
                                "created_at",
                                Optional.of("created_time"),
                                Optional.of(bigInteger()),
                                Optional.of(epochMillis(UTC)),
                                Optional.of(runTimeMillis()),
                                Optional.of(false),
                                Optional.empty()))));
    }

    @Test
    void the_way_back_of_a_conversion_is_the_same_conversion() {
        Table sessions = Table.of("sessions", Column.of("created_at", datetime()));
        Operation up = only(schema -> schema.alterTable("sessions", t -> t.column("created_at")
                .renameTo("created_time")
                .type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(runTimeMillis())
                .notNull()));

        assertThat(up.reverse(SchemaModel.of(List.of(sessions))))
                .containsExactly(only(schema -> schema.alterTable("sessions", t -> t.column("created_time")
                        .renameTo("created_at")
                        .type(datetime())
                        .using(epochMillis(UTC))
                        .nullable())));
    }

    @Test
    void safe_forms_are_recorded() {
        assertThat(Schema.record(schema -> {
                    schema.createIndex("ix", "t", "a").unique().ifNotExists();
                    schema.dropIndex("ix", "t").ifExists();
                }))
                .containsExactly(
                        new CreateIndex(
                                "t",
                                new Index("ix", Index.of("ix", List.of("a")).parts(), true, Optional.empty()),
                                true),
                        new DropIndex("t", "ix", true));
    }

    @Test
    void a_concurrent_index_stays_concurrent_when_it_is_reversed() {
        Operation create = only(schema -> schema.createIndex("ix", "t", "a").concurrently());
        Operation drop = only(schema -> schema.dropIndex("ix", "t").concurrently());
        SchemaModel without = SchemaModel.of(List.of(Table.of("t", Column.of("a", string()))));

        assertThat(create.describe()).isEqualTo("create index \"ix\" on \"t\" concurrently");
        assertThat(create.reverse(without)).containsExactly(drop);
        assertThat(drop.reverse(create.applyTo(without))).containsExactly(create);
    }

    @Test
    void sql_is_given_for_each_dialect() {
        ExecuteSql recorded = (ExecuteSql) only(schema -> schema.on(DialectId.POSTGRESQL)
                .execute("CREATE EXTENSION pgcrypto")
                .on(DialectId.SQLITE, DialectId.MYSQL)
                .nothing("no extension there"));

        assertThat(recorded.sql().on(DialectId.POSTGRESQL)).contains(List.of("CREATE EXTENSION pgcrypto"));
        assertThat(recorded.sql().on(DialectId.SQLITE)).contains(List.of());
        assertThat(recorded.sql().on(DialectId.of("oracle"))).isEmpty();
    }

    @Test
    void what_is_left_incomplete_is_an_error() {
        refused(schema -> schema.renameIndex("ix", "t"), "renameIndex(\"ix\", \"t\") lacks its .to(name)");
        refused(schema -> schema.update("t"), "update(\"t\") lacks its .set(column, value)");
        refused(schema -> schema.alterTable("t", t -> {}), "alterTable(\"t\", …) changes nothing");
        refused(
                schema -> schema.alterTable("t", t -> t.column("c")),
                "column(\"c\") in alterTable(\"t\", …) changes nothing");
        refused(
                schema -> schema.alterTable("t", t -> t.column("c").using(epochMillis(UTC))),
                "column \"c\" of table \"t\" has a conversion, using(…), but no new type(…)");
        refused(
                schema -> schema.createTable("t", t -> {
                    t.column("c", string());
                    t.foreignKey("c");
                }),
                "the foreign key of table \"t\" over [c] lacks its .references(table, columns…)");
    }

    private static void refused(Consumer<Schema> author, String message) {
        assertThatThrownBy(() -> Schema.record(author))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage(message);
    }

    private static Operation only(Consumer<Schema> author) {
        List<Operation> recorded = Schema.record(author);
        assertThat(recorded).hasSize(1);
        return recorded.get(0);
    }
}
