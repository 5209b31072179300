package dev.aludel.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source with places, a name in double braces each, to be filled; Maven fills those that begin with a dollar. */
final class RevisionTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String text;

    private RevisionTemplate(String text) {
        this.text = text;
    }

    static RevisionTemplate revision() {
        return read("revision.template");
    }

    static RevisionTemplate merge() {
        return read("merge.template");
    }

    /** The source, each place filled with the value of its name. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the template asks for \"%s\", which nothing fills".formatted(name));
        }
        return value;
    }

    private static RevisionTemplate read(String name) {
        try (InputStream template = RevisionTemplate.class.getResourceAsStream(name)) {
            if (template == null) {
                throw new IllegalStateException(
                        "the resource dev/aludel/source/%s is missing: a jar that was merged from several must keep it"
                                .formatted(name));
            }
            return new RevisionTemplate(new String(template.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
