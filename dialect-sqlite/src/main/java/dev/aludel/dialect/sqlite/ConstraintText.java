package dev.aludel.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A constraint as a CREATE TABLE writes it, at a column or by itself.
 *
 * @param name its own name; empty where it has none
 * @param columns those that it is declared over; none for a check
 * @param reference what a foreign key refers to
 * @param expression a check's condition, without its parentheses; otherwise empty
 * @param text the constraint whole, its name included
 * @param isInline whether it is part of a column's definition
 */
record ConstraintText(
        Optional<String> name,
        Kind kind,
        List<String> columns,
        Optional<ReferenceText> reference,
        String expression,
        Fragment text,
        boolean isInline) {

    /** What a constraint demands. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "PRIMARY", Kind.PRIMARY_KEY,
            "UNIQUE", Kind.UNIQUE,
            "CHECK", Kind.CHECK,
            "FOREIGN", Kind.FOREIGN_KEY,
            "REFERENCES", Kind.FOREIGN_KEY);

    /** Whether a word begins a constraint of a table. */
    static boolean begins(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                && (token.isWord("CONSTRAINT") || KINDS.containsKey(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Reads a constraint of the table. */
    static ConstraintText ofTable(Fragment text) {
        return read(text, List.of(), false);
    }

    /** Reads a clause of a column's definition; empty where the clause is no constraint in the model's sense. */
    static Optional<ConstraintText> ofColumn(String column, Fragment clause) {
        SqlToken keyword = clause.at(keywordIndex(clause));
        boolean known = KINDS.containsKey(keyword.text().toUpperCase(Locale.ROOT));
        return known ? Optional.of(read(clause, List.of(column), true)) : Optional.empty();
    }

    /** The columns of a list; collations and sort orders are left out. */
    static List<String> columnNames(Fragment list) {
        return list.split().stream().map(part -> part.at(0).name()).toList();
    }

    /** The index of the word that says what a clause is, behind its name. */
    static int keywordIndex(Fragment clause) {
        return clause.isWord(0, "CONSTRAINT") && clause.size() > 2 ? 2 : 0;
    }

    private static ConstraintText read(Fragment text, List<String> inlineColumns, boolean isInline) {
        int keyword = keywordIndex(text);
        Optional<String> name =
                keyword == 0 ? Optional.empty() : Optional.of(text.at(1).name());
        Kind kind = KINDS.get(text.at(keyword).text().toUpperCase(Locale.ROOT));
        if (kind == null) {
            throw new IllegalArgumentException("no constraint is known that begins like: " + text.text());
        }
        int open = text.opening(keyword);
        List<String> columns = isInline || kind == Kind.CHECK ? inlineColumns : columnNames(text.inside(open));
        String expression = kind == Kind.CHECK ? text.inside(open).text() : "";
        return new ConstraintText(
                name,
                kind,
                kind == Kind.CHECK ? List.of() : columns,
                kind == Kind.FOREIGN_KEY ? Optional.of(reference(text)) : Optional.empty(),
                expression,
                text,
                isInline);
    }

    private static ReferenceText reference(Fragment text) {
        int index = 0;
        while (!text.isWord(index, "REFERENCES")) {
            index++;
        }
        return ReferenceText.read(text.from(index));
    }
}
