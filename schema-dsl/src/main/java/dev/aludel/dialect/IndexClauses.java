package dev.aludel.dialect;

import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes an index's definition, as far as databases agree on it: btree indexes over columns and expressions, whole and in
 * one direction, of all rows or some. A dialect overrides the clauses that it spells otherwise, or has besides.
 */
public class IndexClauses {

    private final Syntax syntax;

    /** Clauses whose names and literals are quoted by {@code syntax}. */
    public IndexClauses(Syntax syntax) {
        this.syntax = syntax;
    }

    /** A CREATE INDEX with {@code manner}, and a blank after it, before the index's name. */
    public final Sql create(String table, Index index, Sql manner) {
        return sql(
                "CREATE $SINDEX $S$N ON $N $S($S)$S",
                kind(index),
                manner,
                index.name(),
                table,
                method(index),
                keys(index),
                ending(index));
    }

    /** What stands before INDEX, with a blank after it. */
    protected Sql kind(Index index) {
        return Sql.raw(index.unique() ? "UNIQUE " : "");
    }

    /** How the index is kept, with a blank after it; nothing for btree, and any other method is refused. */
    protected Sql method(Index index) {
        if (!index.method().equals(IndexMethod.BTREE)) {
            throw refusal(
                    index,
                    "uses %s, an index method that the database doesn't have"
                            .formatted(index.method().name()));
        }
        return Sql.raw("");
    }

    /** What stands between the parentheses, in order; included columns come last, where no index has them apart. */
    protected List<Sql> keys(Index index) {
        if (index.unique() && !index.included().isEmpty()) {
            throw refusal(
                    index,
                    "is unique and includes columns %s, which the database could only have as parts of the key, so that they would count too"
                            .formatted(index.included()));
        }
        return Stream.concat(
                        index.parts().stream().map(part -> key(index, part)),
                        index.included().stream()
                                .filter(column -> !isKey(index, column))
                                .map(syntax::name))
                .toList();
    }

    /** Whether a column that is included is a part of the index anyway. */
    private static boolean isKey(Index index, String column) {
        return index.parts().stream()
                .anyMatch(part -> !part.isExpression() && part.text().equals(column));
    }

    /** One part: what it is about, then how it is sorted. */
    protected Sql key(Index index, IndexPart part) {
        return sql("$S$S", subject(index, part), order(index, part));
    }

    /** The column or the expression. */
    protected Sql subject(Index index, IndexPart part) {
        return part.isExpression() ? sql("($S)", Sql.raw(part.text())) : syntax.name(part.text());
    }

    /** How a part is compared and sorted, with a blank before it; nothing where nothing was said. */
    protected Sql order(Index index, IndexPart part) {
        if (part.nulls().isPresent()) {
            throw refusal(index, "says where NULLs are sorted, which the database has no words for");
        }
        if (part.operatorClass().isPresent()) {
            throw refusal(
                    index,
                    "uses operator class \"%s\", which only PostgreSQL has"
                            .formatted(part.operatorClass().get()));
        }
        return Sql.raw(part.descending() ? " DESC" : "");
    }

    /** What follows the parts, with a blank before it. */
    protected Sql ending(Index index) {
        Sql condition =
                index.where().map(text -> sql(" WHERE $S", Sql.raw(text))).orElse(Sql.raw(""));
        return sql("$S$S", clause(index), condition);
    }

    /** The author's own words, with a blank before them. */
    protected final Sql clause(Index index) {
        return Sql.raw(index.clause().map(clause -> " " + clause).orElse(""));
    }

    protected final Sql sql(String template, Object... arguments) {
        return syntax.sql(template, arguments);
    }

    /** The refusal of an index; {@code why} goes on after its name. */
    protected static UnsupportedOnDialectException refusal(Index index, String why) {
        return new UnsupportedOnDialectException("index \"%s\" %s".formatted(index.name(), why));
    }
}
