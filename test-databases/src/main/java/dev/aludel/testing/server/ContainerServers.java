package dev.aludel.testing.server;

import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.MySQLContainer;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Servers in containers, of the same versions as those started here. Testcontainers removes them when this JVM ends,
 * however it ends.
 */
final class ContainerServers {
    private ContainerServers() {}

    static Endpoint postgres() {
        return start(new PostgreSQLContainer<>("postgres:17"));
    }

    static Endpoint mySql() {
        return start(new MySQLContainer<>("mysql:9").withUsername("root"));
    }

    /** As a kind of MySQL, so that MySQL's driver is used: MariaDB's own is not among the dependencies. */
    static Endpoint mariaDb() {
        DockerImageName image = DockerImageName.parse("mariadb:10.11").asCompatibleSubstituteFor("mysql");
        return start(new MySQLContainer<>(image).withUsername("root"));
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
