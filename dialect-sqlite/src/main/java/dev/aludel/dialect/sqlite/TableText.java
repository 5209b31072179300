package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CREATE TABLE as text, cut into its definitions: it answers what stands in it, and {@link TableTextEdits} changes single
 * words of it while all else, comments included, stays as it was written.
 */
final class TableText {

    private final Fragment text;
    private final int open;
    private final int close;
    private final List<Fragment> definitions;
    private final List<ColumnText> columns;

    private TableText(Fragment text, int open) {
        this.text = text;
        this.open = open;
        this.close = text.closing(open);
        this.definitions = definitions(text.part(open + 1, close));
        this.columns = columns(definitions);
    }

    private static List<ColumnText> columns(List<Fragment> definitions) {
        List<ColumnText> columns = new ArrayList<>();
        for (Fragment definition : definitions) {
            if (!ConstraintText.begins(definition.at(0))) {
                columns.add(ColumnText.read(definition));
            }
        }
        return List.copyOf(columns);
    }

    /**
     * Reads a CREATE TABLE.
     *
     * @throws IllegalArgumentException when it is something else, a virtual table for example
     */
    static TableText parse(String sql) {
        Fragment text = Fragment.of(sql);
        int open = text.opening(0);
        if (open == text.size() || text.isWord(1, "VIRTUAL")) {
            throw new IllegalArgumentException("not a CREATE TABLE with columns: " + sql);
        }
        return new TableText(text, open);
    }

    String sql() {
        return text.sql();
    }

    /** The token that names the table. */
    SqlToken name() {
        return text.at(open - 1);
    }

    /** What stands between the outer parentheses. */
    Fragment body() {
        return text.part(open + 1, close);
    }

    /** The definitions of columns, in order. */
    List<ColumnText> columns() {
        return columns;
    }

    Optional<ColumnText> find(String column) {
        for (ColumnText candidate : columns) {
            if (candidate.name().equalsIgnoreCase(column)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The column of this name, which must be there. */
    ColumnText column(String column) {
        return find(column)
                .orElseThrow(() -> new IllegalArgumentException("no column \"%s\" in: %s".formatted(column, sql())));
    }

    /** All constraints: those at columns in the columns' order, then those of the table. */
    List<ConstraintText> constraints() {
        List<ConstraintText> constraints = new ArrayList<>();
        for (ColumnText column : columns) {
            constraints.addAll(column.constraints());
        }
        constraints.addAll(tableConstraints());
        return constraints;
    }

    /** The constraints that are written by themselves. */
    List<ConstraintText> tableConstraints() {
        List<ConstraintText> constraints = new ArrayList<>();
        for (Fragment definition : definitions) {
            if (ConstraintText.begins(definition.at(0))) {
                constraints.add(ConstraintText.ofTable(definition));
            }
        }
        return constraints;
    }

    boolean isStrict() {
        return options().anyMatch(token -> token.isWord("STRICT"));
    }

    boolean isWithoutRowid() {
        return options().anyMatch(token -> token.isWord("WITHOUT"));
    }

    boolean hasAutoincrement() {
        return columns().stream()
                .flatMap(column -> column.clauses().stream())
                .anyMatch(clause -> clause.tokens().stream().anyMatch(token -> token.isWord("AUTOINCREMENT")));
    }

    /** The column that is another name for the rowid: an INTEGER, to the letter, that is the whole primary key. */
    Optional<String> rowidAlias() {
        return constraints().stream()
                .filter(constraint -> constraint.kind() == ConstraintText.Kind.PRIMARY_KEY)
                .filter(key -> key.columns().size() == 1 && !isInlineDescending(key))
                .map(key -> key.columns().get(0))
                .filter(column -> column(column).declaredType().equalsIgnoreCase("INTEGER"))
                .findFirst();
    }

    /** Only at the column does DESC make an ordinary index of the key, a quirk that SQLite keeps for old files. */
    private static boolean isInlineDescending(ConstraintText key) {
        return key.isInline() && key.text().tokens().stream().anyMatch(token -> token.isWord("DESC"));
    }

    private Stream<SqlToken> options() {
        return text.from(close + 1).tokens().stream();
    }

    /** The parts between commas; SQLite also takes table constraints without a comma between them. */
    private static List<Fragment> definitions(Fragment body) {
        List<Fragment> definitions = new ArrayList<>();
        for (Fragment part : body.split()) {
            int from = 0;
            if (ConstraintText.begins(part.at(0))) {
                for (int next = nextConstraint(part, from); next < part.size(); next = nextConstraint(part, from)) {
                    definitions.add(part.part(from, next));
                    from = next;
                }
            }
            definitions.add(part.from(from));
        }
        return definitions;
    }

    private static int nextConstraint(Fragment part, int from) {
        int depth = 0;
        for (int index = from + ConstraintText.keywordIndex(part.from(from)) + 1; index < part.size(); index++) {
            depth += Fragment.depthChange(part.at(index));
            // REFERENCES belongs to the FOREIGN KEY before it.
            if (depth == 0 && ConstraintText.begins(part.at(index)) && !part.isWord(index, "REFERENCES")) {
                return index;
            }
        }
        return part.size();
    }

    /** This table after {@code edits} of its text. */
    TableText edited(List<TextEdit> edits) {
        return parse(TextEdit.apply(sql(), edits));
    }

    /** The text of the same table under another name. */
    String withName(Sql name) {
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(name().start(), name().end(), name.text()));
        Fragment body = body();
        for (int index = 0; index < body.size(); index++) {
            if (body.at(index).names(name().name()) && body.isSign(index + 1, '.')) {
                edits.add(new TextEdit(body.at(index).start(), body.at(index).end(), name.text()));
            }
        }
        return TextEdit.apply(sql(), edits);
    }
}
