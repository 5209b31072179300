package dev.aludel.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraphException;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private static final Header ROOT = Header.of(RevisionId.of("root")).message("begin");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_first_revision_revises_nothing() throws IOException {
        WrittenRevision written =
                writer().revision(RevisionDraft.of("create items").id(RevisionId.of("0123456789ab")));

        assertThat(written.file()).isEqualTo(folder.resolve("dev/aludel/source/CreateItems.java"));
        assertThat(written.listEntry()).isEqualTo("new CreateItems()");
        assertThat(written.historyClass()).isEqualTo(Lines.class.getName());
        assertThat(Files.readString(written.file()))
                .isEqualTo(
                        """
                        package dev.aludel.source;

                        import dev.aludel.dsl.Schema;
                        import dev.aludel.history.Revision;
                        import dev.aludel.revision.Header;
                        import dev.aludel.revision.RevisionId;

                        /**
                         * Create items.
                         *
                         * <p>Written on 2026-11-21.
                         */
                        public final class CreateItems implements Revision {

                            public static final RevisionId ID = RevisionId.of("0123456789ab");

                            @Override
                            public Header header() {
                                return Header.of(ID).message("create items");
                            }

                            @Override
                            public void upgrade(Schema schema) {
                                // What the revision does: schema.createTable(…), schema.alterTable(…), schema.createIndex(…), schema.execute(…).
                                // Its downgrade is derived from that. Where it can't be, override downgrade() with Downgrade.by(…), or with
                                // Downgrade.irreversible(…) and the reason.
                            }
                        }
                        """);
    }

    @Test
    void an_id_is_twelve_hexadecimal_digits_unless_it_is_chosen() {
        assertThat(writer(ROOT)
                        .revision(RevisionDraft.of("add price"))
                        .header()
                        .id()
                        .value())
                .matches("[0-9a-f]{12}");
    }

    @Test
    void a_parent_without_a_constant_in_the_folder_is_named_by_its_id() throws IOException {
        assertThat(source(writer(ROOT).revision(RevisionDraft.of("add price"))))
                .contains("return Header.of(ID).revises(RevisionId.of(\"root\")).message(\"add price\");");
    }

    @Test
    void a_parent_with_a_constant_in_the_folder_is_named_by_it() throws IOException {
        Files.createDirectories(folder.resolve("dev/aludel/source"));
        Files.writeString(
                folder.resolve("dev/aludel/source/RevisionWriterTest$Written.java"),
                "public static final RevisionId ID = RevisionId.of(\"root\");");

        assertThat(source(writer(ROOT).packageName("other").revision(RevisionDraft.of("add price"))))
                .contains("import dev.aludel.source.RevisionWriterTest$Written;", ".revises(Written.ID)");
    }

    @Test
    void labels_and_dependencies_are_written_a_call_a_line_where_one_is_too_short() throws IOException {
        Header billing = Header.of(RevisionId.of("bill_1")).message("begin").labels("billing");

        WrittenRevision written = writer(ROOT, billing)
                .revision(RevisionDraft.of("add price")
                        .onto("root")
                        .labels("prices", "more_\"prices\"")
                        .dependsOn("billing", "bill_1"));

        assertThat(source(written))
                .contains(
                        """
                                return Header.of(ID)
                                        .revises(RevisionId.of("root"))
                                        .message("add price")
                                        .dependsOn(RevisionId.of("bill_1"))
                                        .dependsOnLabel("billing")
                                        .labels("prices", "more_\\"prices\\"");
                        """
                                .indent(0));
    }

    @Test
    void words_that_would_end_a_comment_or_a_literal_are_escaped() throws IOException {
        assertThat(source(writer().revision(RevisionDraft.of("drop */ \"x\\u0022\" <b>\n{@code y}"))))
                .contains(" * Drop *&#47; \"x&#92;u0022\" &lt;b&gt; &#123;&#64;code y}.\n")
                .contains(".message(\"drop */ \\\"x\\\\u0022\\\" <b> {@code y}\")");
    }

    @Test
    void a_merge_revises_all_heads() throws IOException {
        WrittenRevision written = writer(
                        ROOT,
                        Header.of(RevisionId.of("left")).revises(ROOT.id()),
                        Header.of(RevisionId.of("right")).revises(ROOT.id()))
                .merge(RevisionDraft.of("merge both"));

        assertThat(written.header().revises()).containsExactly(RevisionId.of("left"), RevisionId.of("right"));
        assertThat(source(written)).contains("// Nothing: a merge joins lines");
    }

    @Test
    void a_merge_of_one_revision_is_refused() {
        assertThatThrownBy(() -> writer(ROOT).merge(RevisionDraft.of("merge")))
                .isInstanceOf(RevisionWriterException.class)
                .hasMessage("a merge joins two revisions or more, and there is only \"root\". Nothing was written");
    }

    @Test
    void several_heads_need_a_choice() {
        assertThatThrownBy(() -> writer(ROOT, Header.of(RevisionId.of("lone"))).revision(RevisionDraft.of("more")))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("\"lone\", \"root\"");
    }

    @Test
    void a_parent_that_is_no_head_needs_a_splice() {
        RevisionWriter writer = writer(ROOT, Header.of(RevisionId.of("next")).revises(ROOT.id()));
        RevisionDraft draft = RevisionDraft.of("branch off").onto("root");

        assertThatThrownBy(() -> writer.revision(draft))
                .isInstanceOf(RevisionWriterException.class)
                .hasMessage(
                        "revision \"root\" is no head: \"next\" revises it. To begin a branch there, ask for a splice. Nothing was written");
        assertThat(writer.revision(draft.spliced()).header().revises()).containsExactly(ROOT.id());
    }

    @Test
    void base_makes_a_new_root() {
        assertThat(writer(ROOT)
                        .revision(RevisionDraft.of("new root").onto("base"))
                        .header()
                        .revises())
                .isEmpty();
    }

    @Test
    void a_target_that_is_counted_from_a_database_is_refused() {
        for (String target : List.of("+1", "current", "root@-1")) {
            assertThatThrownBy(() -> writer(ROOT).revision(RevisionDraft.of("x").onto(target)))
                    .isInstanceOf(RevisionWriterException.class)
                    .hasMessageContaining("\"%s\" is counted from where a database stands", target);
        }
    }

    @Test
    void an_id_that_is_taken_is_refused() {
        assertThatThrownBy(() -> writer(ROOT).revision(RevisionDraft.of("again").id(ROOT.id())))
                .isInstanceOf(RevisionGraphException.class)
                .hasMessageContaining("\"root\"");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        WrittenRevision first = writer(ROOT).revision(RevisionDraft.of("add price"));
        String before = source(first);

        assertThatThrownBy(() -> writer(ROOT).revision(RevisionDraft.of("add price")))
                .isInstanceOf(RevisionWriterException.class)
                .hasMessageContaining("is there already, and the history doesn't list its class");
        assertThat(source(first)).isEqualTo(before);
    }

    @Test
    void a_name_that_the_history_has_gets_a_number() {
        assertThat(writer(ROOT).revision(RevisionDraft.of("written")).className())
                .isEqualTo("dev.aludel.source.Written2");
    }

    @Test
    void a_source_folder_that_is_missing_is_refused() {
        Path missing = folder.resolve("nowhere");

        assertThatThrownBy(() -> writer(ROOT).folder(missing).revision(RevisionDraft.of("x")))
                .isInstanceOf(RevisionWriterException.class)
                .hasMessageContaining("the source folder \"%s\" is not there", missing);
        assertThat(missing).doesNotExist();
    }

    private RevisionWriter writer(Header... headers) {
        List<Revision> revisions =
                List.of(headers).stream().<Revision>map(Written::new).toList();
        return RevisionWriter.of(new Lines(revisions)).folder(folder).clock(CLOCK);
    }

    private static String source(WrittenRevision written) throws IOException {
        return Files.readString(written.file());
    }

    private record Lines(List<Revision> revisions) implements History {
        @Override
        public String name() {
            return "lines";
        }
    }

    private record Written(Header header) implements Revision {
        @Override
        public void upgrade(Schema schema) {}
    }
}
