package dev.aludel.dialect.sqlite;

import dev.aludel.sql.Sql;
import java.util.List;

/** A CREATE INDEX as text. */
record IndexText(Fragment text) {

    static IndexText parse(String sql) {
        return new IndexText(Fragment.of(sql));
    }

    boolean isUnique() {
        return text.isWord(1, "UNIQUE");
    }

    /** The parts, in index order, each whole. */
    List<Fragment> parts() {
        return text.inside(text.opening(on())).split();
    }

    /** What follows WHERE; no tokens where nothing does. */
    Fragment where() {
        int close = text.closing(text.opening(on()));
        return text.from(Math.min(close + 2, text.size()));
    }

    /** The same index under another name. */
    String withName(Sql name) {
        SqlToken old = text.at(on() - 1);
        return TextEdit.apply(text.sql(), List.of(new TextEdit(old.start(), old.end(), name.text())));
    }

    private int on() {
        int index = 0;
        while (!text.isWord(index, "ON")) {
            index++;
        }
        return index;
    }
}
