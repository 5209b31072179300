package dev.aludel.dialect.postgres;

import dev.aludel.dialect.IndexClauses;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;
import java.util.Set;

/** The clauses that PostgreSQL's indexes have besides: USING, operator classes, NULLS FIRST or LAST, INCLUDE. */
final class PostgresIndexClauses extends IndexClauses {

    private static final Set<IndexMethod> ELSEWHERE = Set.of(IndexMethod.FULLTEXT, IndexMethod.SPATIAL);

    /** Of the methods that PostgreSQL brings along, those that keep no order. */
    private static final Set<IndexMethod> WITHOUT_ORDER =
            Set.of(IndexMethod.HASH, IndexMethod.GIN, IndexMethod.GIST, IndexMethod.BRIN);

    private static final Set<IndexMethod> WITHOUT_INCLUDED =
            Set.of(IndexMethod.HASH, IndexMethod.GIN, IndexMethod.BRIN);

    private final Syntax syntax;

    PostgresIndexClauses(Syntax syntax) {
        super(syntax);
        this.syntax = syntax;
    }

    @Override
    protected Sql method(Index index) {
        if (ELSEWHERE.contains(index.method())) {
            return super.method(index);
        }
        boolean isDefault = index.method().equals(IndexMethod.BTREE);
        return isDefault
                ? Sql.raw("")
                : sql("USING $S ", syntax.name(index.method().name()));
    }

    @Override
    protected List<Sql> keys(Index index) {
        return index.parts().stream().map(part -> key(index, part)).toList();
    }

    @Override
    protected Sql order(Index index, IndexPart part) {
        boolean isSorted = part.descending() || part.nulls().isPresent();
        if (isSorted && WITHOUT_ORDER.contains(index.method())) {
            throw refusal(
                    index,
                    "sorts a part, and %s indexes keep no order"
                            .formatted(index.method().name()));
        }
        Sql operatorClass =
                part.operatorClass().map(name -> sql(" $S", Sql.raw(name))).orElse(Sql.raw(""));
        Sql nulls = part.nulls().map(order -> Sql.raw(" NULLS " + order.name())).orElse(Sql.raw(""));
        return sql("$S$S$S", operatorClass, Sql.raw(part.descending() ? " DESC" : ""), nulls);
    }

    @Override
    protected Sql ending(Index index) {
        if (!index.included().isEmpty() && WITHOUT_INCLUDED.contains(index.method())) {
            throw refusal(
                    index,
                    "includes columns %s, which %s indexes cannot hold besides their parts"
                            .formatted(index.included(), index.method().name()));
        }
        Sql included = index.included().isEmpty() ? Sql.raw("") : sql(" INCLUDE ($N)", index.included());
        return sql("$S$S", included, super.ending(index));
    }
}
