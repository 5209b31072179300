package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.sql.LockImpact.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    @Test
    void keys_keep_their_order_and_what_is_absent_is_null() {
        JsonFields fields = JsonFields.create()
                .text("z", "<it's \"ü\">\n")
                .text("missing", Optional.empty())
                .object("none", Optional.empty())
                .word("level", Level.READS_AND_WRITES)
                .instant("at", Instant.parse("2026-11-21T08:00:00Z"))
                .millis("waitedMillis", Duration.ofSeconds(90))
                .flag("done", true)
                .texts("ids", List.of("a", "b"))
                .objects("items", Stream.of(JsonFields.create().number("n", 1)));

        assertThat(fields)
                .hasToString(
                        """
                        {
                          "z": "<it's \\"ü\\">\\n",
                          "missing": null,
                          "none": null,
                          "level": "reads-and-writes",
                          "at": "2026-11-21T08:00:00Z",
                          "waitedMillis": 90000,
                          "done": true,
                          "ids": [
                            "a",
                            "b"
                          ],
                          "items": [
                            {
                              "n": 1
                            }
                          ]
                        }""");
    }
}
