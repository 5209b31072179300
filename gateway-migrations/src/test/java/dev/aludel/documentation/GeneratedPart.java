package dev.aludel.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that tests write, between two comments.
 *
 * @param page the page's file
 * @param begin the line before the part
 * @param end the line after it
 */
public record GeneratedPart(Path page, String begin, String end) {

    /** The part of {@code docs/name} between {@code <!-- subject: begin … -->} and {@code <!-- subject: end -->}. */
    public static GeneratedPart of(String name, String subject, Class<?> writer) {
        return new GeneratedPart(
                Path.of("..", "docs", name),
                "<!-- %s: begin, written by %s -->\n".formatted(subject, writer.getSimpleName()),
                "<!-- %s: end -->\n".formatted(subject));
    }

    /** The part as it stands on the page. */
    public String read() throws IOException {
        String text = Files.readString(page);
        return text.substring(startIn(text), endIn(text));
    }

    /** Puts {@code part} in its place. */
    public void write(String part) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, startIn(text)) + part + text.substring(endIn(text)));
    }

    private int startIn(String text) {
        return position(text, begin) + begin.length();
    }

    private int endIn(String text) {
        return position(text, end);
    }

    private int position(String text, String marker) {
        int position = text.indexOf(marker);
        if (position < 0) {
            throw new IllegalStateException("%s lacks the line %s".formatted(page, marker.strip()));
        }
        return position;
    }
}
