package dev.aludel.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON object in the making. Its keys come out in the order in which they were put, all of them always: what is absent
 * comes out as {@code null}.
 */
final class JsonFields {

    private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

    private final JsonObject object = new JsonObject();

    static JsonFields create() {
        return new JsonFields();
    }

    /** The text of {@code value}: of a revision's id, a target, a URL. */
    JsonFields text(String key, Object value) {
        return put(key, new JsonPrimitive(value.toString()));
    }

    JsonFields text(String key, Optional<?> value) {
        return put(
                key,
                value.<JsonElement>map(text -> new JsonPrimitive(text.toString()))
                        .orElse(JsonNull.INSTANCE));
    }

    /** One of a few words, in lower case with hyphens: {@code reads-and-writes}. */
    JsonFields word(String key, Enum<?> value) {
        return text(key, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    JsonFields number(String key, long value) {
        return put(key, new JsonPrimitive(value));
    }

    JsonFields flag(String key, boolean value) {
        return put(key, new JsonPrimitive(value));
    }

    /** A point in time as ISO-8601 in UTC: {@code 2026-11-21T08:00:00Z}. */
    JsonFields instant(String key, Instant value) {
        return text(key, value);
    }

    /** A length of time as a number; {@code key} ends in {@code Millis}. */
    JsonFields millis(String key, Duration value) {
        return number(key, value.toMillis());
    }

    /** A list of texts. */
    JsonFields texts(String key, Collection<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return put(key, array);
    }

    JsonFields object(String key, JsonFields value) {
        return put(key, value.object);
    }

    JsonFields object(String key, Optional<JsonFields> value) {
        return put(key, value.<JsonElement>map(fields -> fields.object).orElse(JsonNull.INSTANCE));
    }

    JsonFields objects(String key, Stream<JsonFields> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.object));
        return put(key, array);
    }

    /** The document, indented by two spaces, without a line end after it. */
    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        writer.setFormattingStyle(FormattingStyle.PRETTY);
        try {
            ELEMENTS.write(writer, object);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory refused to be written to", impossible);
        }
        return text.toString();
    }

    private JsonFields put(String key, JsonElement value) {
        object.add(key, value);
        return this;
    }
}
