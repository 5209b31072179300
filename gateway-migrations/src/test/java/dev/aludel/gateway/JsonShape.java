package dev.aludel.gateway;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.List;

/** A documented shape of JSON. */
final class JsonShape {

    static final Path FOLDER = Path.of("..", "docs", "json");

    private final JsonSchema schema;

    private JsonShape(JsonSchema schema) {
        this.schema = schema;
    }

    /** The shape in {@code docs/json/NAME.schema.json}. */
    static JsonShape of(String name) {
        String file =
                FOLDER.resolve(name + ".schema.json").toAbsolutePath().toUri().toString();
        return new JsonShape(JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(file)));
    }

    /** Where {@code document} departs from the shape, in words; empty where it has it. */
    List<String> departures(String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
