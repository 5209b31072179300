package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values stand in a DEFAULT clause, and what the clock is called for each type. */
final class MysqlValues {

    private static final Set<Simple> WITHOUT_LITERAL_DEFAULT =
            Set.of(Simple.TEXT, Simple.JSON, Simple.JSON_BINARY, Simple.BINARY);

    private static final Pattern NATIVE_WITHOUT_LITERAL_DEFAULT =
            Pattern.compile(".*(text|blob|json|geometry|point|linestring|polygon).*");

    private static final Pattern DIFFERING =
            Pattern.compile("\\b(?:uuid|uuid_short|rand|random_bytes|sysdate)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern NATIVE_CLOCK = Pattern.compile("(?:datetime|timestamp)(?:\\((\\d)\\))?");

    private final MysqlSyntax syntax;
    private final MysqlServer server;

    MysqlValues(MysqlSyntax syntax, MysqlServer server) {
        this.syntax = syntax;
        this.server = server;
    }

    /** What follows DEFAULT: a literal as it is, and an expression in parentheses. */
    Sql defaultValue(Value value, Column column) {
        if (value instanceof Value.Expression expression) {
            return parenthesised(Sql.raw(expression.sql()), column);
        }
        if (value instanceof Value.GeneratedUuid) {
            return parenthesised(generatedUuid(column), column);
        }
        if (value instanceof Value.RandomHex random) {
            return parenthesised(randomHex(random.bytes()), column);
        }
        if (value instanceof Value.CurrentTimestamp) {
            Sql clock = clock(column);
            return clock.text().startsWith("CURRENT_TIMESTAMP") ? clock : parenthesised(clock, column);
        }
        if (value instanceof Value.Text text) {
            return textDefault(text.text(), column);
        }
        boolean bare = value instanceof Value.Null || takesLiteralDefault(column.type());
        return bare ? syntax.literal(value) : parenthesised(syntax.literal(value), column);
    }

    /** Whether two servers, given the same statement, come to different values. */
    static boolean differsByServer(Value value) {
        return value instanceof Value.GeneratedUuid
                || value instanceof Value.RandomHex
                || (value instanceof Value.Expression expression
                        && DIFFERING.matcher(expression.sql()).find());
    }

    /** A new UUID in the form that a column keeps it in: text, or its 16 bytes. */
    Sql generatedUuid(Column column) {
        boolean asBytes = column.type() instanceof ColumnType.VarBinary
                || (column.type() instanceof ColumnType.Native own
                        && own.spelling().toLowerCase(Locale.ROOT).contains("binary"));
        if (!asBytes) {
            return Sql.raw("UUID()");
        }
        return Sql.raw(server.isMariaDb() ? "UNHEX(REPLACE(UUID(), '-', ''))" : "UUID_TO_BIN(UUID())");
    }

    Sql randomHex(int bytes) {
        if (!server.hasRandomBytes()) {
            throw new UnsupportedOnDialectException("random bytes need MariaDB 10.10 or later");
        }
        return syntax.sql("LOWER(HEX(RANDOM_BYTES($S)))", Sql.raw(String.valueOf(bytes)));
    }

    /** The database's clock, in the form that a column keeps it in. */
    Sql clock(Column column) {
        ColumnType type = column.type();
        if (type == Simple.DATE) {
            return Sql.raw("CURRENT_DATE");
        }
        if (type == Simple.TIME) {
            return Sql.raw("CURRENT_TIME(6)");
        }
        if (type == Simple.DATETIME || type == Simple.TIMESTAMP_WITH_ZONE) {
            return Sql.raw("CURRENT_TIMESTAMP(6)");
        }
        if (type instanceof ColumnType.Native own) {
            Matcher clock = NATIVE_CLOCK.matcher(own.spelling().toLowerCase(Locale.ROOT));
            if (clock.matches()) {
                return Sql.raw(
                        clock.group(1) == null
                                ? "CURRENT_TIMESTAMP"
                                : "CURRENT_TIMESTAMP(%s)".formatted(clock.group(1)));
            }
        }
        throw new UnsupportedOnDialectException(
                "column \"%s\" cannot take the current timestamp, because its type %s holds no date or time"
                        .formatted(column.name(), MysqlTypes.spelling(type)));
    }

    /** Whether a column of {@code type} takes a default that is a literal. */
    static boolean takesLiteralDefault(ColumnType type) {
        if (type instanceof ColumnType.Native own) {
            return !NATIVE_WITHOUT_LITERAL_DEFAULT
                    .matcher(own.spelling().toLowerCase(Locale.ROOT))
                    .matches();
        }
        if (type instanceof ColumnType.SizedText) {
            return false;
        }
        return !(type instanceof Simple simple && WITHOUT_LITERAL_DEFAULT.contains(simple));
    }

    /** {@code information_schema} shows a literal default's characters above U+FFFF as question marks. */
    private Sql textDefault(String text, Column column) {
        boolean readable = text.codePoints().allMatch(Character::isBmpCodePoint);
        return takesLiteralDefault(column.type()) && readable
                ? syntax.literal(Value.of(text))
                : parenthesised(syntax.storedExpression(text), column);
    }

    private Sql parenthesised(Sql expression, Column column) {
        if (!server.hasExpressionDefaults()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" cannot have this default: an expression as a default, and any default of a %s column, needs MySQL 8.0.13 or later"
                            .formatted(column.name(), MysqlTypes.spelling(column.type())));
        }
        return syntax.sql("($S)", expression);
    }
}
