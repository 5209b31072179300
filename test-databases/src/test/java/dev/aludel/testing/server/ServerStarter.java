package dev.aludel.testing.server;

import java.sql.SQLException;
import java.time.Duration;

/** A JVM to be killed: starts the server that its argument names, prints the server's folder, and waits. */
final class ServerStarter {
    private ServerStarter() {}

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        LocalProduct product = LocalProduct.valueOf(arguments[0]);
        System.out.println(product.folder(product.start()));
        Thread.sleep(Duration.ofMinutes(10).toMillis());
    }
}
