package dev.aludel.documentation;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.aludel.testing.coverage.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Java of each feature, as it stands in the list of features: the lambda in the call whose first argument is the
 * feature's name. One whose parameter is called {@code t} is the change of a table.
 */
final class FeatureSources {

    private static final Path LISTS =
            Path.of("..", "test-databases", "src", "main", "java", "dev", "aludel", "testing", "coverage");

    private final Map<String, String> byName = new HashMap<>();

    FeatureSources() throws IOException {
        StaticJavaParser.getParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        List<Path> files;
        try (Stream<Path> listed = Files.list(LISTS)) {
            files = listed.filter(file -> file.toString().endsWith("Features.java"))
                    .toList();
        }
        for (Path file : files) {
            String source = Files.readString(file);
            StaticJavaParser.parse(source).findAll(MethodCallExpr.class).forEach(call -> lambda(call)
                    .ifPresent(lambda -> byName.put(name(call), written(lambda, source))));
        }
    }

    /** What a user writes for {@code feature}. */
    String of(Feature feature) {
        return Optional.ofNullable(byName.get(feature.name()))
                .orElseThrow(() -> new IllegalStateException(
                        "no call in %s names the feature \"%s\"".formatted(LISTS, feature.name())));
    }

    private static Optional<LambdaExpr> lambda(MethodCallExpr call) {
        boolean named = call.getArguments().stream()
                .findFirst()
                .filter(Expression::isStringLiteralExpr)
                .isPresent();
        return call.getArguments().stream()
                .filter(argument -> named && argument.isLambdaExpr())
                .map(Expression::asLambdaExpr)
                .findFirst();
    }

    private static String name(MethodCallExpr call) {
        return call.getArgument(0).asStringLiteralExpr().asString();
    }

    private static String written(LambdaExpr lambda, String source) {
        if (lambda.getParameter(0).getNameAsString().equals("t")) {
            return "schema.alterTable(\"orders\", " + unindented(text(lambda, source)) + ");";
        }
        if (lambda.getBody().isExpressionStmt()) {
            return unindented(text(lambda.getBody(), source)) + ";";
        }
        return lambda.getBody().asBlockStmt().getStatements().stream()
                .map(statement -> unindented(text(statement, source)))
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    private static String text(Node node, String source) {
        String[] lines = source.split("\n", -1);
        Range range = node.getRange().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (int line = range.begin.line; line <= range.end.line; line++) {
            String whole = lines[line - 1];
            int from = line == range.begin.line ? range.begin.column - 1 : 0;
            int to = line == range.end.line ? range.end.column : whole.length();
            text.append(whole, from, to).append(line == range.end.line ? "" : "\n");
        }
        int indent = lines[range.begin.line - 1].length()
                - lines[range.begin.line - 1].stripLeading().length();
        return " ".repeat(indent) + text;
    }

    /** The lines moved to the left by the indent of the first one. */
    private static String unindented(String text) {
        int indent = text.length() - text.stripLeading().length();
        return text.lines()
                .map(line -> line.substring(
                        Math.min(indent, line.length() - line.stripLeading().length())))
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }
}
