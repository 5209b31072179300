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

    private CanonicalText() {}

    static String of(List<Operation> operations) {
        StringBuilder text = new StringBuilder();
        OperationFacts facts = new OperationFacts();
        for (Operation operation : operations) {
            operation.accept(facts).write(text, 0);
        }
        return text.toString();
    }
}
