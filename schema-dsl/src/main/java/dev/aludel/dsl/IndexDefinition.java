package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.Index;
import dev.aludel.model.IndexMethod;
import dev.aludel.model.IndexPart;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NullOrder;
import dev.aludel.model.PerDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an index consists of: not unique, over all rows, unless it says otherwise. Its parts stand in the order in which they
 * are added; what {@link #descending()}, {@link #nullsFirst()}, {@link #nullsLast()} and {@link #operatorClass} say they say
 * of the part added last.
 *
 * @param <D> the definition itself, which each call returns
 */
public abstract sealed class IndexDefinition<D extends IndexDefinition<D>> permits NewIndex, TableIndex {

    private final String name;
    private final List<IndexPart> parts = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private boolean unique;
    private IndexMethod method = IndexMethod.BTREE;
    private Optional<String> where = Optional.empty();
    private final Map<DialectId, String> clauses = new TreeMap<>();

    IndexDefinition(String name, List<String> columns) {
        this.name = name;
        columns.forEach(column -> parts.add(IndexPart.column(column)));
    }

    /** This, for the caller to go on with. */
    abstract D self();

    /** Adds a column for each name, in this order. */
    public D on(String... columns) {
        List.of(columns).forEach(column -> parts.add(IndexPart.column(column)));
        return self();
    }

    /** Adds a part that sorts downwards. */
    public D descending(String column) {
        return with(IndexPart.column(column).desc());
    }

    /**
     * Adds what an expression comes to, given as SQL without surrounding parentheses. MariaDB and MySQL before 8.0.13 have no
     * such indexes.
     */
    public D expression(String sql) {
        return with(IndexPart.expression(sql));
    }

    /**
     * Adds the beginning of a column, of so many characters, or bytes of a binary one: what MySQL and MariaDB need to index a
     * column without a limit. Other databases index it whole.
     */
    public D prefix(String column, int length) {
        return with(IndexPart.column(column).withPrefixLength(length));
    }

    /** Sorts the part added last downwards. */
    public D descending() {
        return changeLast(IndexPart::desc);
    }

    /** Sorts NULLs of the part added last before all values; on PostgreSQL only. */
    public D nullsFirst() {
        return changeLast(part -> part.withNulls(NullOrder.FIRST));
    }

    /** Sorts NULLs of the part added last after all values; on PostgreSQL only. */
    public D nullsLast() {
        return changeLast(part -> part.withNulls(NullOrder.LAST));
    }

    /** Compares the part added last by an operator class, such as {@code gin_trgm_ops}; on PostgreSQL only. */
    public D operatorClass(String operatorClass) {
        return changeLast(part -> part.withOperatorClass(operatorClass));
    }

    /** Lets no two rows agree in all parts. */
    public D unique() {
        unique = true;
        return self();
    }

    /** How the database keeps it; btree unless said otherwise, and a database that lacks the method refuses it. */
    public D using(IndexMethod indexMethod) {
        method = indexMethod;
        return self();
    }

    /**
     * Lets the index hold these columns besides its parts, so that queries are answered from it alone. Databases other than
     * PostgreSQL have them as further parts, at the end, and refuse them in a unique index.
     */
    public D include(String... columns) {
        included.addAll(List.of(columns));
        return self();
    }

    /**
     * Limits the index to rows that meet a condition, given as SQL. MySQL and MariaDB have no such indexes: there, an index
     * that isn't unique covers all rows; a unique one becomes, on MySQL, one over expressions that are NULL where the
     * condition isn't met, and is refused on MariaDB.
     */
    public D where(String condition) {
        where = Optional.of(condition);
        return self();
    }

    /**
     * Puts words of one dialect at the end of its definition, before the condition if it has one:
     * {@code .with(POSTGRESQL, "WITH (fillfactor=70)")}, {@code .with(MYSQL, "COMMENT 'for the report'")}.
     */
    public D with(DialectId dialect, String clause) {
        clauses.put(dialect, clause);
        return self();
    }

    final Index build() {
        PerDialect<String> words = new PerDialect<>(clauses, Optional.empty());
        return new Index(name, parts, unique, where, method, included, words);
    }

    private D with(IndexPart part) {
        parts.add(part);
        return self();
    }

    private D changeLast(UnaryOperator<IndexPart> change) {
        if (parts.isEmpty()) {
            throw new InvalidSchemaException(
                    "index \"%s\" says how a part is sorted or compared before it names one: begin with on(…) or expression(…)"
                            .formatted(name));
        }
        parts.set(parts.size() - 1, change.apply(parts.get(parts.size() - 1)));
        return self();
    }
}
