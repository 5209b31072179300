package dev.aludel.dialect.sqlite;

import dev.aludel.model.ReferentialAction;
import java.util.List;

/**
 * What follows REFERENCES.
 *
 * @param table the table that is referred to
 * @param columns its columns; none where its primary key is meant
 */
record ReferenceText(String table, List<String> columns, ReferentialAction onDelete, ReferentialAction onUpdate) {

    /** Reads from the word REFERENCES on. */
    static ReferenceText read(Fragment text) {
        List<String> columns = text.isSign(2, '(') ? ConstraintText.columnNames(text.inside(2)) : List.of();
        return new ReferenceText(text.at(1).name(), columns, action(text, "DELETE"), action(text, "UPDATE"));
    }

    private static ReferentialAction action(Fragment text, String event) {
        for (int index = 2; index + 1 < text.size(); index++) {
            if (text.isWord(index - 1, "ON") && text.isWord(index, event)) {
                return action(text, index + 1);
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    private static ReferentialAction action(Fragment text, int index) {
        for (ReferentialAction action : ReferentialAction.values()) {
            int end = index + action.sql().split(" ", -1).length;
            if (end <= text.size() && text.part(index, end).words().equalsIgnoreCase(action.sql())) {
                return action;
            }
        }
        return ReferentialAction.NO_ACTION;
    }
}
