/** SQLite for Aludel: found by the service loader, and visible as one class. */
module dev.aludel.dialect.sqlite {
    requires static com.google.auto.service;
    requires static org.jspecify;
    requires transitive dev.aludel.schema;

    exports dev.aludel.dialect.sqlite;

    provides dev.aludel.dialect.Dialect with
            dev.aludel.dialect.sqlite.SqliteDialect;
}
