package dev.aludel.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPartTest {

    private static final String PAGE =
            """
            before
            <!-- comparison: begin, written by the comparison -->
            %s<!-- comparison: end -->
            after
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void takes_the_place_of_what_stands_between_the_comments_and_of_nothing_else() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), PAGE.formatted("old\nlines\n"));

        new GeneratedPart(page, "comparison").write("new\n");

        assertThat(page).hasContent(PAGE.formatted("new\n"));
    }

    @Test
    void a_page_without_the_comments_is_left_alone() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "text\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> new GeneratedPart(page, "comparison").write("new\n"))
                .withMessageContaining("comparison: begin");
        assertThat(page).hasContent("text\n");
    }
}
