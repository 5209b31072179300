package dev.aludel.fingerprint;

import dev.aludel.error.MigrationException;

/** A text that should be the hash of operations, and is none. */
public final class InvalidOperationsHashException extends MigrationException {

    InvalidOperationsHashException(String text) {
        super(
                "\"%s\" is not a hash of operations: it should name its algorithm and give hexadecimal digits, such as \"sha256:\" with 64 of them. Nothing was changed; restore the text as it was recorded"
                        .formatted(text));
    }
}
