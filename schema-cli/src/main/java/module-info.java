/** The command line of a history. */
module dev.aludel.cli {
    requires static org.jspecify;
    requires com.google.gson;
    requires info.picocli;
    requires java.logging;
    requires me.tongfei.progressbar;
    requires org.jline.terminal;
    requires transitive dev.aludel.schema;

    exports dev.aludel.cli;

    // picocli sets the options of the commands.
    opens dev.aludel.cli to
            info.picocli;
}
