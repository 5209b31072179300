package dev.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestDatabasesTest {
    private static final String PROPERTY = "aludel.databases";

    private Optional<String> before = Optional.empty();

    @BeforeEach
    void remember_the_property() {
        before = Optional.ofNullable(System.getProperty(PROPERTY));
    }

    @AfterEach
    void restore_the_property() {
        System.clearProperty(PROPERTY);
        before.ifPresent(value -> System.setProperty(PROPERTY, value));
    }

    @Test
    void run_on_the_products_that_a_property_names() {
        System.setProperty(PROPERTY, "postgresql, SQLite");

        assertThat(TestDatabases.enabledKinds()).isEqualTo(List.of(DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL));
    }

    @Test
    void refuse_the_name_of_an_unknown_product() {
        System.setProperty(PROPERTY, "sqlite,oracle");

        assertThatThrownBy(TestDatabases::enabledKinds)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"sqlite,oracle\"", "mariadb");
    }

    @Test
    void share_one_server_of_a_product() {
        try (TestDatabase first = TestDatabases.create(DatabaseKind.POSTGRESQL);
                TestDatabase second = TestDatabases.create(DatabaseKind.POSTGRESQL)) {
            assertThat(first.url().replace(first.name(), ""))
                    .isEqualTo(second.url().replace(second.name(), ""));
        }
    }
}
