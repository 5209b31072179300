package dev.aludel.dialect.sqlite;

import dev.aludel.model.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column's definition as a CREATE TABLE writes it.
 *
 * @param text the definition whole
 * @param type the tokens of the declared type; none where the column has none
 * @param clauses what follows the type, each with its own name
 */
record ColumnText(Fragment text, Fragment type, List<Fragment> clauses) {

    private static final Set<String> STARTERS = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");

    static ColumnText read(Fragment text) {
        List<Integer> starts = starts(text);
        int typeEnd = starts.isEmpty() ? text.size() : starts.get(0);
        List<Fragment> clauses = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            int end = number + 1 < starts.size() ? starts.get(number + 1) : text.size();
            clauses.add(text.part(starts.get(number), end));
        }
        return new ColumnText(text, text.part(1, typeEnd), clauses);
    }

    String name() {
        return text.at(0).name();
    }

    /** The declared type, as written; empty where there is none. */
    String declaredType() {
        return type.text();
    }

    /** The clause that begins with {@code keyword}, behind its name if it has one. */
    Optional<Fragment> clause(String keyword) {
        return clauses.stream()
                .filter(clause -> clause.isWord(ConstraintText.keywordIndex(clause), keyword))
                .findFirst();
    }

    boolean isNotNull() {
        return clause("NOT").isPresent();
    }

    boolean isGenerated() {
        return clause("GENERATED").or(() -> clause("AS")).isPresent();
    }

    /** How its values are worked out; those that aren't STORED are virtual. */
    Optional<Generated> generated() {
        return clause("GENERATED").or(() -> clause("AS")).map(clause -> {
            boolean stored = clause.isWord(clause.size() - 1, "STORED");
            return new Generated(clause.inside(clause.opening(0)).text(), stored);
        });
    }

    /** The value of the DEFAULT clause, with its parentheses if it has some. */
    Optional<Fragment> defaultValue() {
        return clause("DEFAULT").map(clause -> clause.from(ConstraintText.keywordIndex(clause) + 1));
    }

    /** The constraints that are written at the column, in order. */
    List<ConstraintText> constraints() {
        return clauses.stream()
                .flatMap(clause -> ConstraintText.ofColumn(name(), clause).stream())
                .toList();
    }

    private static List<Integer> starts(Fragment text) {
        List<Integer> starts = new ArrayList<>();
        int depth = 0;
        for (int index = 1; index < text.size(); index++) {
            depth += Fragment.depthChange(text.at(index));
            if (depth == 0 && isStart(text, index)) {
                starts.add(index);
                index += text.isWord(index, "CONSTRAINT") ? 2 : 0;
            }
        }
        return starts;
    }

    /** A starting word that belongs to the clause before it starts none: SET NULL, NOT NULL, DEFAULT NULL, ALWAYS AS. */
    private static boolean isStart(Fragment text, int index) {
        SqlToken token = text.at(index);
        if (token.kind() != SqlToken.Kind.WORD
                || !STARTERS.contains(token.text().toUpperCase(Locale.ROOT))) {
            return false;
        }
        if (token.isWord("NOT")) {
            return text.isWord(index + 1, "NULL");
        }
        return !text.isWord(index - 1, "NOT")
                && !text.isWord(index - 1, "SET")
                && !text.isWord(index - 1, "DEFAULT")
                && !text.isWord(index - 1, "COLLATE")
                && !text.isWord(index - 1, "ALWAYS");
    }
}
