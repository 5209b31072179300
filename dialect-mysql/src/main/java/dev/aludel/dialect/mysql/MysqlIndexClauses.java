package dev.aludel.dialect.mysql;

import dev.aludel.dialect.IndexClauses;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Indexes as these databases write them: parts may be prefixes of columns, a method is a kind of index, and there are no
 * indexes of some rows. A unique one of some rows has, in their place, parts that are NULL in all others.
 */
final class MysqlIndexClauses extends IndexClauses {

    private static final Set<IndexMethod> KINDS = Set.of(IndexMethod.FULLTEXT, IndexMethod.SPATIAL);

    private final MysqlSyntax syntax;
    private final MysqlServer server;

    MysqlIndexClauses(MysqlSyntax syntax, MysqlServer server) {
        super(syntax);
        this.syntax = syntax;
        this.server = server;
    }

    /** An index as CREATE TABLE and ADD write it. */
    Sql definition(Index index) {
        requireName(index);
        return sql("$SINDEX $N $S($S)$S", kind(index), index.name(), method(index), keys(index), ending(index));
    }

    /** An index in a statement of its own. */
    Sql create(Index index, String table) {
        requireName(index);
        return create(table, index, Sql.raw(""));
    }

    @Override
    protected Sql kind(Index index) {
        return KINDS.contains(index.method())
                ? Sql.raw(index.method().name().toUpperCase(Locale.ROOT) + " ")
                : super.kind(index);
    }

    @Override
    protected Sql method(Index index) {
        return KINDS.contains(index.method()) ? Sql.raw("") : super.method(index);
    }

    @Override
    protected List<Sql> keys(Index index) {
        Set<String> seen = new HashSet<>();
        for (IndexPart part : index.parts()) {
            if (!part.isExpression() && !isLimited(index) && !seen.add(part.text())) {
                throw refusal(
                        index, "names column \"%s\" twice, which MySQL and MariaDB don't take".formatted(part.text()));
            }
        }
        return super.keys(index);
    }

    /** Rows outside of the condition have NULL, which a unique index lets repeat. */
    @Override
    protected Sql subject(Index index, IndexPart part) {
        if (isLimited(index)) {
            requireExpressions(index, "a unique index of some rows");
            Sql value = part.isExpression() ? Sql.raw(part.text()) : syntax.name(part.text());
            return sql("(CASE WHEN $S THEN $S END)", Sql.raw(index.where().orElseThrow()), value);
        }
        if (part.isExpression()) {
            requireExpressions(index, "over an expression");
        }
        return part.prefixLength()
                .map(length -> prefix(index, part, length))
                .orElseGet(() -> super.subject(index, part));
    }

    @Override
    protected Sql ending(Index index) {
        return clause(index);
    }

    /** Whether an index has to be written by expressions, because it holds some rows to be distinct. */
    static boolean isLimited(Index index) {
        return index.unique() && index.where().isPresent();
    }

    private Sql prefix(Index index, IndexPart part, int length) {
        if (index.unique()) {
            throw refusal(
                    index,
                    "is unique over a prefix of column \"%s\", so that it would refuse rows that agree in its first %d characters only: give the column the type string(n)"
                            .formatted(part.text(), length));
        }
        return sql("$N($S)", part.text(), Sql.raw(String.valueOf(length)));
    }

    private static void requireName(Index index) {
        if (index.name().equalsIgnoreCase("PRIMARY")) {
            throw refusal(index, "cannot have this name, which is the primary key's on MySQL");
        }
    }

    private void requireExpressions(Index index, String what) {
        if (!server.hasExpressionIndexes()) {
            throw refusal(
                    index, "is %s, which needs MySQL 8.0.13 or later, and which MariaDB doesn't have".formatted(what));
        }
    }
}
