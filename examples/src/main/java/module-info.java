/** Schema histories to learn from. */
module dev.aludel.examples {
    requires static org.jspecify;
    requires transitive dev.aludel.schema;

    exports dev.aludel.examples.accounts;
    exports dev.aludel.examples.agentsystem;
    exports dev.aludel.examples.prompttrain;
}
