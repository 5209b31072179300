package dev.aludel.dialect.postgres;

import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;

/** Code that the server runs, and that returns no result, which a client would print. */
final class DoBlock {

    private DoBlock() {}

    /** A DO statement of this body. */
    static Sql of(Syntax syntax, Sql body) {
        Sql quote = Sql.raw(dollarQuote(body.text()));
        return syntax.sql("DO $S\n$S\n$S", quote, body, quote);
    }

    /** A text as a string that reads as it is. */
    static Sql quoted(Sql text) {
        Sql quote = Sql.raw(dollarQuote(text.text()));
        return Sql.joined("", List.of(quote, text, quote));
    }

    /** A quote that the text doesn't hold. */
    private static String dollarQuote(String text) {
        String quote = "$aludel$";
        for (int number = 1; text.contains(quote); number++) {
            quote = "$aludel%d$".formatted(number);
        }
        return quote;
    }
}
