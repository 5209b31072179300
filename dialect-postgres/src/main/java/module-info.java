/** PostgreSQL for Aludel: found by the service loader, and visible as one class. */
module dev.aludel.dialect.postgres {
    requires static com.google.auto.service;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;
    requires transitive dev.aludel.schema;

    exports dev.aludel.dialect.postgres;

    provides dev.aludel.dialect.Dialect with
            dev.aludel.dialect.postgres.PostgresDialect;
}
