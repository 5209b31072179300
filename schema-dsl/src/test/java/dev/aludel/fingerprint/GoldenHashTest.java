package dev.aludel.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
import dev.aludel.operation.RunCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Hashes stand in the logs of databases for years: the file pins them, with the text that was hashed. A change of a line
 * that is there already makes {@code verify} report revisions that nobody changed. Run with {@code -Dgolden.update=true}
 * to write it anew.
 */
class GoldenHashTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/operations-hash.txt");

    @Test
    void every_hash_is_the_one_that_was_recorded() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, rendered());
        }
        assertThat(rendered()).isEqualTo(Files.readString(GOLDEN));
    }

    /** Whoever adds an operation, or a fact to one, adds it to {@link EveryOperation}, and sees its line in the file. */
    @Test
    void the_history_uses_every_operation_and_every_fact_in_each_of_its_states() {
        assertThat(FactsHeld.actual(EveryOperation.all())).containsAll(FactsHeld.possible(Operation.class));
    }

    @Test
    void what_the_history_leaves_out_would_be_found() {
        List<Operation> withoutCode = EveryOperation.all().stream()
                .filter(operation -> !(operation instanceof RunCode))
                .toList();
        assertThat(FactsHeld.possible(Operation.class))
                .contains("RunCode", "CheckConstraint", "AddColumn.fill empty", "Simple UUID", "Index.unique true");
        assertThat(FactsHeld.actual(withoutCode)).doesNotContain("RunCode");
    }

    private static String rendered() {
        StringBuilder file = new StringBuilder();
        for (Map.Entry<String, List<Operation>> one : EveryOperation.cases().entrySet()) {
            file.append("# %s\n%s\n%s\n"
                    .formatted(one.getKey(), OperationsHash.of(one.getValue()), CanonicalText.of(one.getValue())));
        }
        return file.append("# all of them\n%s\n".formatted(OperationsHash.of(EveryOperation.all())))
                .toString();
    }
}
