package dev.aludel.fingerprint;

import dev.aludel.operation.Operation;
import java.util.List;

/**
 * Operations as text: one fact a line, indented beneath what it belongs to. Two lists of operations have the same text
 * only if they ask for the same.
 *
 * <p>Recorded hashes depend on every character of it. A new fact must write nothing where it says what was meant before it
 * existed; then the hashes of all who don't use it stay.
 */
final class CanonicalText {

    private final StringBuilder text = new StringBuilder();

    private CanonicalText() {}

    static String of(List<Operation> operations) {
        CanonicalText canonical = new CanonicalText();
        OperationFacts facts = new OperationFacts();
        operations.forEach(operation -> canonical.write(operation.accept(facts), 0));
        return canonical.text.toString();
    }

    private void write(Fact fact, int depth) {
        text.append("  ".repeat(depth)).append(fact.line()).append('\n');
        fact.parts().forEach(part -> write(part, depth + 1));
    }
}
