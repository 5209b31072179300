package dev.aludel.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts tokens into statements at the semicolons that end one. */
final class StatementSplitter {

    private final List<Token> tokens;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private BlockDepth blocks = new BlockDepth();
    private int parentheses;
    private boolean isRead;

    StatementSplitter(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<String> statements() {
        for (Token token : tokens) {
            if (token.is(";") && parentheses <= 0 && !blocks.isInside()) {
                end();
            } else {
                add(token);
            }
        }
        end();
        return List.copyOf(statements);
    }

    private void add(Token token) {
        text.append(token.text());
        if (token.isRead()) {
            isRead = true;
            blocks.follow(token);
            parentheses += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    /** Comments alone are no statement. */
    private void end() {
        if (isRead) {
            statements.add(text.toString().strip());
        }
        text.setLength(0);
        blocks = new BlockDepth();
        parentheses = 0;
        isRead = false;
    }
}
