package dev.aludel.sql;

import java.util.Optional;
import java.util.Set;

/** How deep a statement is in blocks of a trigger's or a routine's body, whose semicolons don't end it. */
final class BlockDepth {

    private static final Set<String> BEFORE_NAMED = Set.of("CREATE", "ALTER");
    private static final Set<String> WITH_BODY = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE");
    private static final Set<String> WITHOUT_BODY = Set.of(
            "TABLE", "VIEW", "INDEX", "TYPE", "SEQUENCE", "SCHEMA", "DATABASE", "EXTENSION", "ROLE", "USER", "DOMAIN");

    /** Behind these another statement of the body begins. */
    private static final Set<String> BEFORE_STATEMENT =
            Set.of(";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "ROW", ":", ")");

    private static final Set<String> STATEMENTS_WITH_END = Set.of("IF", "LOOP", "WHILE", "REPEAT");
    private static final Set<String> NAMED_BY_END = Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT");

    private String first = "";
    private String previous = "";
    private Optional<Boolean> hasBody = Optional.empty();
    private int depth;

    boolean isInside() {
        return depth > 0;
    }

    void follow(Token token) {
        String word = token.spelled();
        if (hasBody.isEmpty()) {
            decide(word);
        }
        if (hasBody.orElse(false)) {
            count(word);
        }
        first = first.isEmpty() ? word : first;
        previous = word;
    }

    private void decide(String word) {
        boolean isAnonymous = first.equals("BEGIN") && previous.equals("BEGIN") && word.equals("NOT");
        if (isAnonymous) {
            hasBody = Optional.of(true);
            depth = 1;
        } else if (BEFORE_NAMED.contains(first) && WITH_BODY.contains(word)) {
            hasBody = Optional.of(true);
        } else if (BEFORE_NAMED.contains(first) && WITHOUT_BODY.contains(word)) {
            hasBody = Optional.of(false);
        }
    }

    private void count(String word) {
        if (previous.equals("END") && NAMED_BY_END.contains(word)) {
            return;
        }
        if (word.equals("END")) {
            depth--;
        } else if (opens(word)) {
            depth++;
        }
    }

    private boolean opens(String word) {
        boolean isStatement = STATEMENTS_WITH_END.contains(word) && BEFORE_STATEMENT.contains(previous);
        return isStatement || word.equals("BEGIN") || word.equals("CASE");
    }
}
