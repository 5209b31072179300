import dev.aludel.dialect.Dialect;
import dev.aludel.history.History;

/** Schema migrations for the JVM: the core, which knows no database. */
module dev.aludel.schema {
    requires static org.jspecify;
    requires com.google.common;
    requires org.slf4j;
    requires transitive java.sql;

    exports dev.aludel;
    exports dev.aludel.check;
    exports dev.aludel.dialect;
    exports dev.aludel.dsl;
    exports dev.aludel.error;
    exports dev.aludel.execute;
    exports dev.aludel.fingerprint;
    exports dev.aludel.history;
    exports dev.aludel.log;
    exports dev.aludel.model;
    exports dev.aludel.offline;
    exports dev.aludel.operation;
    exports dev.aludel.plan;
    exports dev.aludel.revision;
    exports dev.aludel.source;
    exports dev.aludel.sql;

    uses Dialect;
    uses History;
}
