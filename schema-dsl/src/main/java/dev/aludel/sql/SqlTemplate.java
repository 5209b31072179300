package dev.aludel.sql;

import dev.aludel.model.Value;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A piece of SQL with placeholders; {@link Syntax} says what they mean. */
final class SqlTemplate {

    private final Syntax syntax;
    private final String template;

    SqlTemplate(Syntax syntax, String template) {
        this.syntax = syntax;
        this.template = template;
    }

    Sql fill(List<Object> arguments) {
        Iterator<Object> remaining = arguments.iterator();
        StringBuilder text = new StringBuilder();
        int position = 0;
        for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', position)) {
            text.append(template, position, dollar);
            appendReplacement(text, dollar, remaining);
            position = dollar + 2;
        }
        if (remaining.hasNext()) {
            throw new IllegalArgumentException("unused argument " + remaining.next() + " for template: " + template);
        }
        return new Sql(text.append(template, position, template.length()).toString());
    }

    private void appendReplacement(StringBuilder text, int dollar, Iterator<Object> arguments) {
        char kind = dollar + 1 < template.length() ? template.charAt(dollar + 1) : ' ';
        if (kind == '$') {
            text.append('$');
            return;
        }
        if ("NVS".indexOf(kind) < 0) {
            throw new IllegalArgumentException(
                    "unknown placeholder at position " + dollar + " of template: " + template);
        }
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException("missing argument for position " + dollar + " of template: " + template);
        }
        append(text, kind, arguments.next());
    }

    private void append(StringBuilder text, char kind, Object argument) {
        if (argument instanceof Collection<?> several) {
            String separator = "";
            for (Object one : several) {
                append(text.append(separator), kind, one);
                separator = ", ";
            }
        } else {
            text.append(render(kind, argument));
        }
    }

    private String render(char kind, Object argument) {
        if (kind == 'N' && argument instanceof String name) {
            return syntax.name(name).text();
        }
        if (kind == 'V' && argument instanceof Value value) {
            return syntax.literal(value).text();
        }
        if (kind == 'S' && argument instanceof Sql sql) {
            return sql.text();
        }
        throw new IllegalArgumentException("$" + kind + " cannot take " + argument + " in template: " + template);
    }
}
