package dev.aludel.sql;

import java.util.Iterator;
import java.util.List;

/** The question marks of a piece of SQL, outside of strings and comments. */
final class Placeholders {

    private final List<Token> tokens;

    Placeholders(List<Token> tokens) {
        this.tokens = tokens;
    }

    Sql bind(List<Sql> values) {
        StringBuilder text = new StringBuilder();
        Iterator<Sql> remaining = values.iterator();
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            boolean isDoubled = isMark(index) && isMark(index + 1);
            if (isDoubled) {
                index++;
            }
            text.append(isMark(index) && !isDoubled ? value(remaining).text() : token.text());
        }
        if (remaining.hasNext()) {
            throw new IllegalArgumentException("it has more values than question marks");
        }
        return Sql.raw(text.toString());
    }

    private boolean isMark(int index) {
        return index < tokens.size() && tokens.get(index).is("?");
    }

    private static Sql value(Iterator<Sql> remaining) {
        if (!remaining.hasNext()) {
            throw new IllegalArgumentException("it has fewer values than question marks");
        }
        return remaining.next();
    }
}
