package dev.aludel.dialect.sqlite;

import java.util.Comparator;
import java.util.List;

/** A stretch of a text, from {@code start} to before {@code end}, that is replaced. */
record TextEdit(int start, int end, String replacement) {

    static TextEdit insertion(int position, String text) {
        return new TextEdit(position, position, text);
    }

    /** The text after edits that don't overlap. */
    static String apply(String text, List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
        return edited.toString();
    }
}
