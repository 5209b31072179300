/** Schema migrations for the JVM: the core, which knows no database. */
module dev.aludel.schema {
    requires static org.jspecify;
    requires com.google.common;
    requires org.slf4j;

    exports dev.aludel.error;
}
