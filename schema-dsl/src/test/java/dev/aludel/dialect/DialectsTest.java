package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import org.junit.jupiter.api.Test;

/** The core alone has no dialect: what it says then. */
class DialectsTest {

    @Test
    void there_is_none_without_a_dialect_jar() {
        assertThat(Dialects.all()).isEmpty();
    }

    @Test
    void a_database_that_no_dialect_knows_is_named_with_the_artifacts_to_add() {
        assertThatThrownBy(() -> Dialects.recognizing(database("Oracle")))
                .isInstanceOf(DialectException.class)
                .hasMessage(
                        "no dialect knows the database \"Oracle\"; dialects present: none. Add the artifact dev.aludel:dialect-sqlite, dev.aludel:dialect-postgres or dev.aludel:dialect-mysql, or one for your database; a jar that was merged from several must merge their META-INF/services files (maven-shade-plugin: ServicesResourceTransformer). Migrator.on(dataSource).dialect(…) takes a dialect without looking for it");
    }

    @Test
    void a_name_that_no_dialect_has_is_an_error() {
        assertThatThrownBy(() -> Dialects.named("oracle"))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith("no dialect is named \"oracle\"; dialects present: none.");
    }

    private static DatabaseMetaData database(String product) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                DialectsTest.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> product);
    }
}
