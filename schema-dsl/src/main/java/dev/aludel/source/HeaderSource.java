package dev.aludel.source;

import dev.aludel.revision.Dependency;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A header as the Java expression that makes it. */
final class HeaderSource {

    private static final int LINE_LENGTH = 120;
    private static final String BEFORE = "        return ";

    private final Header header;
    private final Function<RevisionId, String> symbols;

    HeaderSource(Header header, Function<RevisionId, String> symbols) {
        this.header = header;
        this.symbols = symbols;
    }

    /** One line, or one a call where that is too long. */
    String expression() {
        List<String> calls = calls();
        String line = "Header.of(ID)" + String.join("", calls);
        boolean fits = BEFORE.length() + line.length() < LINE_LENGTH;
        return fits ? line : "Header.of(ID)\n                " + String.join("\n                ", calls);
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        add(calls, "revises", header.revises().stream().map(symbols));
        add(calls, "message", Stream.of(JavaText.literal(header.message())));
        add(calls, "dependsOn", dependencies(Dependency.OnRevision.class).map(on -> symbols.apply(on.id())));
        add(calls, "dependsOnLabel", dependencies(Dependency.OnLabel.class).map(on -> JavaText.literal(on.label())));
        add(calls, "labels", header.labels().stream().map(JavaText::literal));
        return calls;
    }

    private <D extends Dependency> Stream<D> dependencies(Class<D> kind) {
        return header.dependsOn().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static void add(List<String> calls, String method, Stream<String> arguments) {
        String joined = arguments.collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            calls.add(".%s(%s)".formatted(method, joined));
        }
    }
}
