package dev.aludel.dialect.sqlite;

import dev.aludel.model.ColumnType;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.Set;

/** Reads the value of a DEFAULT clause. */
final class DefaultText {

    private static final Set<String> CLOCKS = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

    private DefaultText() {}

    static Value read(Fragment text, ColumnType type) {
        if (text.isSign(0, '(')) {
            return Value.expression(text.inside(0).text());
        }
        SqlToken last = text.at(text.size() - 1);
        return switch (last.kind()) {
            case NUMBER -> number(text, type);
            case STRING -> last.text().startsWith("'") ? Value.of(last.name()) : Value.expression(text.text());
            default -> word(last, text);
        };
    }

    private static Value number(Fragment text, ColumnType type) {
        String digits =
                String.join("", text.tokens().stream().map(SqlToken::text).toList());
        if (type == ColumnType.Simple.BOOLEAN && (digits.equals("0") || digits.equals("1"))) {
            return Value.of(digits.equals("1"));
        }
        return digits.matches("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?")
                ? Value.of(new BigDecimal(digits))
                : Value.expression(text.text());
    }

    private static Value word(SqlToken word, Fragment text) {
        if (word.isWord("NULL")) {
            return Value.nothing();
        }
        return CLOCKS.stream().anyMatch(word::isWord) ? Value.currentTimestamp() : Value.expression(text.text());
    }
}
