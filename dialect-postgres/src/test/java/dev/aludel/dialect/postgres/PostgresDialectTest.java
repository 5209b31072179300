package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.model.DialectId;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

    private final Dialect dialect = new PostgresDialect();

    @Test
    void is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Dialect.class))
                .singleElement()
                .isInstanceOf(PostgresDialect.class)
                .extracting(Dialect::id)
                .isEqualTo(DialectId.POSTGRESQL);
    }

    /** On the class path the services file counts, on the module path the descriptor. */
    @Test
    void provides_the_same_as_a_module() throws IOException {
        String location = PostgresDialect.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        try (InputStream descriptor =
                URI.create(location + "module-info.class").toURL().openStream()) {
            ModuleDescriptor module = ModuleDescriptor.read(descriptor);
            assertThat(module.provides()).singleElement().satisfies(provided -> {
                assertThat(provided.service()).isEqualTo(Dialect.class.getName());
                assertThat(provided.providers()).isEqualTo(List.of(PostgresDialect.class.getName()));
            });
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void recognizes_its_server_and_reads_the_version(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(dialect.recognizes(connection.getMetaData())).isTrue();
            ServerVersion version = dialect.version(connection.getMetaData());
            assertThat(version.product()).isEqualTo("PostgreSQL");
            assertThat(TestRun.rows(connection, "SHOW server_version").get(0).get(0))
                    .startsWith(version.major() + "." + version.minor());
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void recognizes_no_other_server(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(dialect.recognizes(connection.getMetaData())).isFalse();
        }
    }

    @Test
    void reads_versions_as_people_write_them() {
        assertThat(dialect.version("15")).isEqualTo(new ServerVersion("PostgreSQL", 15, 0, 0));
        assertThat(dialect.version("15.18 (Debian 15.18-0+deb12u1)"))
                .isEqualTo(new ServerVersion("PostgreSQL", 15, 18, 0));
        assertThat(dialect.oldestSupported(dialect.version("17"))).hasToString("PostgreSQL 13.0");
        assertThatThrownBy(() -> dialect.version("newest")).isInstanceOf(DialectException.class);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void tells_a_missing_table_from_other_failures(TestDatabase database) {
        assertThat(dialect.isMissingTable(failure(database, "SELECT * FROM nowhere")))
                .isTrue();
        assertThat(dialect.isMissingTable(failure(database, "SELECT * FROM nowhere.else_either")))
                .isTrue();
        assertThat(dialect.isMissingTable(failure(database, "SELECT nothing FROM pg_class")))
                .isFalse();
        assertThat(dialect.isMissingTable(failure(database, "SELEC"))).isFalse();
    }

    private static SQLException failure(TestDatabase database, String sql) {
        try {
            database.execute(sql);
        } catch (SQLException failure) {
            return failure;
        }
        throw new AssertionError("no failure: " + sql);
    }
}
