package dev.aludel.testing.server;

import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.PostgreSQLContainer;

/**
 * Servers in containers, of the same versions as those started here. Testcontainers removes them when this JVM ends,
 * however it ends.
 */
final class ContainerServers {
    private ContainerServers() {}

    static Endpoint postgres() {
        return start(new PostgreSQLContainer<>("postgres:17"));
    }

    private static Endpoint start(JdbcDatabaseContainer<?> container) {
        container.withPassword(LocalServer.PASSWORD).start();
        return new Endpoint(
                JdbcAddress.parse(container.getJdbcUrl()),
                container.getUsername(),
                container.getPassword(),
                container::stop);
    }
}
