package dev.aludel.revision;

import static dev.aludel.revision.Graphs.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void says_nothing_but_its_id_at_first() {
        assertThat(Header.of(id("a"))).isEqualTo(new Header(id("a"), "", List.of(), List.of(), List.of()));
    }

    @Test
    void is_built_word_by_word() {
        Header header = Header.of(id("m"))
                .message("merge the branches")
                .revises(id("a"), id("b"))
                .dependsOn(id("c"))
                .dependsOnLabel("billing")
                .labels("core", "main");
        assertThat(header.message()).isEqualTo("merge the branches");
        assertThat(header.revises()).containsExactly(id("a"), id("b"));
        assertThat(header.dependsOn())
                .containsExactly(new Dependency.OnRevision(id("c")), new Dependency.OnLabel("billing"));
        assertThat(header.labels()).containsExactly("core", "main");
    }

    @Test
    void stays_as_it_was_when_a_changed_copy_is_made() {
        Header header = Header.of(id("a"));
        header.revises(id("b"));
        assertThat(header.revises()).isEmpty();
    }
}
