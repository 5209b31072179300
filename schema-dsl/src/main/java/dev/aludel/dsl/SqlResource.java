package dev.aludel.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aludel.model.InvalidSchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** SQL that lies in a file on the class path. */
final class SqlResource {

    private SqlResource() {}

    static String read(Class<?> owner, String file) {
        try (InputStream content = owner.getResourceAsStream(file)) {
            if (content == null) {
                throw new InvalidSchemaException(
                        "there is no file \"%s\" beside %s on the class path: put it into the same package of the resources"
                                .formatted(file, owner.getName()));
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
