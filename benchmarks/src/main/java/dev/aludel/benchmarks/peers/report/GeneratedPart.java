package dev.aludel.benchmarks.peers.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a program writes, between two comments.
 *
 * @param page the page's file
 * @param subject what the comments call the part
 */
public record GeneratedPart(Path page, String subject) {

    /** Puts {@code part} in its place. */
    public void write(String part) throws IOException {
        String text = Files.readString(page);
        int begin = endOf(text, "<!-- %s: begin, written by the comparison -->\n".formatted(subject));
        String end = "<!-- %s: end -->\n".formatted(subject);
        Files.writeString(page, text.substring(0, begin) + part + end + text.substring(endOf(text, end)));
    }

    private int endOf(String text, String marker) {
        int position = text.indexOf(marker);
        if (position < 0) {
            throw new IllegalStateException("%s lacks the line %s".formatted(page, marker.strip()));
        }
        return position + marker.length();
    }
}
