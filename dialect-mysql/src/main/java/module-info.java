/** MySQL and MariaDB for Aludel. */
module dev.aludel.dialect.mysql {
    requires static org.jspecify;
    requires static com.google.auto.service;
    requires transitive dev.aludel.schema;

    exports dev.aludel.dialect.mysql;

    provides dev.aludel.dialect.Dialect with
            dev.aludel.dialect.mysql.MysqlDialect;
}
