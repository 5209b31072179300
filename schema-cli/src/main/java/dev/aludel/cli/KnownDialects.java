package dev.aludel.cli;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.Dialects;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The dialects on the class path, but for those that the program configured itself.
 *
 * @param configured taken in place of those that have the same ids
 */
record KnownDialects(List<Dialect> configured) {

    /** Those of the program that a command belongs to. */
    static KnownDialects of(CommandSpec command) {
        return ((RootCommand) command.root().userObject()).dialects();
    }

    /** All of them, by name. */
    List<Dialect> all() {
        return Dialects.all().stream()
                .map(found -> Dialects.configured(found, configured))
                .toList();
    }

    /**
     * The dialect of this name, in any case of letters.
     *
     * @throws DialectException when there is none
     */
    Dialect named(String name) {
        return Dialects.configured(Dialects.named(name), configured);
    }
}
