/** The gateway's schema history, and its command line. */
module dev.aludel.gateway {
    requires static org.jspecify;
    requires static com.google.auto.service;
    requires dev.aludel.cli;
    requires transitive dev.aludel.schema;

    exports dev.aludel.gateway;

    provides dev.aludel.history.History with
            dev.aludel.gateway.GatewayHistory;
}
