package dev.aludel.dialect.mysql;

import java.util.Map;
import java.util.Optional;

/** A row of a query about the schema, as text by label; NULLs are left out. */
record Row(Map<String, String> values) {

    /** The value, or an empty text for NULL. */
    String text(String label) {
        return values.getOrDefault(label, "");
    }

    Optional<String> optional(String label) {
        return Optional.ofNullable(values.get(label));
    }
}
