package dev.aludel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once per database product, named after it. Its {@link TestDatabase} parameter, and that of the class's
 * {@code @BeforeEach} and {@code @AfterEach} methods, is one empty database, dropped after the test. A second parameter
 * of that type is a second database on the same server.
 *
 * <p>A server that can't be had fails the test: none is ever skipped for want of one.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabasesExtension.class)
public @interface DatabaseTest {
    /** The products it runs on, in that order: all of them by default. */
    DatabaseKind[] value() default {
        DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB
    };
}
