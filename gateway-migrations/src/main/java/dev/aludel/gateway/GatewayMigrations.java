package dev.aludel.gateway;

import dev.aludel.cli.CommandLineMain;
import dev.aludel.cli.Defaults;

/** The gateway's migrations on the command line. */
public final class GatewayMigrations {

    private GatewayMigrations() {}

    /** Runs the command that {@code arguments} name, and exits with its code. */
    public static void main(String... arguments) {
        Defaults defaults = Defaults.forProgram("gateway-migrations").url("jdbc:sqlite:gateway.db");
        System.exit(CommandLineMain.run(new GatewayHistory(), defaults, arguments));
    }
}
