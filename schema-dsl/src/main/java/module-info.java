/** Schema migrations for the JVM: the core, which knows no database. */
module dev.aludel.schema {
    requires static org.jspecify;
    requires com.google.common;
    requires org.slf4j;
    requires transitive java.sql;

    exports dev.aludel.dsl;
    exports dev.aludel.error;
    exports dev.aludel.model;
    exports dev.aludel.operation;
    exports dev.aludel.sql;
    exports dev.aludel.dialect;
}
