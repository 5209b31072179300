package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.DialectId.MARIADB;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.testing.contract.ContractCases.change;

import java.util.List;

/** Changes of the small shop's rows, and changes that depend on something. */
final class DataCases {

    private DataCases() {}

    static List<ContractCase> all() {
        return List.of(change("does something else on each dialect", schema -> {
            schema.on(
                            SQLITE,
                            s -> s.createTable("only_sqlite", t -> t.column("id", integer())
                                    .primaryKey()))
                    .on(POSTGRESQL, s -> s.alterTable("orders", t -> t.addColumn("pg", text())))
                    .otherwise(s -> s.createIndex("ix_mysql", "customers", "city"));
            schema.on(MARIADB, s -> s.createIndex("ix_mariadb", "customers", "city"))
                    .on(MYSQL, s -> s.createIndex("ix_not_mariadb", "customers", "city"))
                    .otherwiseNothing("no such server");
            schema.onlyOn(MYSQL, s -> s.dropIndex("ix_mysql", "customers"));
            schema.skipOn(
                    SQLITE,
                    "it has one already",
                    s -> s.createTable(
                            "elsewhere", t -> t.column("id", integer()).primaryKey()));
        }));
    }
}
