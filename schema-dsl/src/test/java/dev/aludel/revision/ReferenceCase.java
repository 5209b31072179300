package dev.aludel.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** A graph, a database state, a command and a target, with the answer that Alembic 1.19.2 gave. */
record ReferenceCase(int number, JsonNode json) {

    static List<ReferenceCase> all() {
        try (InputStream file = ReferenceCase.class.getResourceAsStream("/revision-graph/cases.json.gz");
                InputStream text = new GZIPInputStream(Objects.requireNonNull(file))) {
            List<ReferenceCase> cases = new ArrayList<>();
            new ObjectMapper().readTree(text).forEach(json -> cases.add(new ReferenceCase(cases.size(), json)));
            return cases;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String command() {
        return json.get("command").asText();
    }

    /** A single target, or several separated by spaces. */
    String target() {
        return String.join(" ", targets());
    }

    List<String> targets() {
        JsonNode target = json.get("target");
        return target.isArray() ? texts(target) : List.of(target.asText());
    }

    boolean offline() {
        return json.path("sql").asBoolean();
    }

    boolean purge() {
        return json.path("purge").asBoolean();
    }

    List<String> rows() {
        return texts(json.get("current"));
    }

    boolean alembicFailed() {
        return json.get("answer").has("error");
    }

    boolean alembicCrashed() {
        return json.get("answer").path("internal").asBoolean();
    }

    /** The stable name of Alembic's refusal. */
    String kind() {
        return json.get("answer").path("kind").asText();
    }

    boolean alembicAnswered() {
        return !alembicFailed();
    }

    boolean alembicRefused() {
        return alembicFailed() && !alembicCrashed();
    }

    Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        json.get("answer")
                .path("steps")
                .forEach(step -> steps.add("%s %s"
                        .formatted(
                                step.get(0).asText().toUpperCase(Locale.ROOT),
                                step.get(1).asText())));
        return steps;
    }

    Set<String> headsAfter() {
        return new TreeSet<>(texts(json.get("answer").path("heads_after")));
    }

    /** The declarations in Alembic's load order. */
    List<DeclaredRevision> revisions() {
        Set<String> ids = new TreeSet<>();
        json.get("revisions").forEach(revision -> ids.add(revision.get("id").asText()));
        List<DeclaredRevision> revisions = new ArrayList<>();
        json.get("revisions").forEach(revision -> revisions.add(declared(revision, name -> isId(name, ids))));
        return revisions;
    }

    private static boolean isId(String name, Set<String> ids) {
        return ids.contains(name) || name.startsWith("missing");
    }

    private static DeclaredRevision declared(JsonNode json, Predicate<String> isId) {
        Header header = Header.of(RevisionId.of(json.get("id").asText()))
                .revises(texts(json.get("down")).stream().map(RevisionId::of).toArray(RevisionId[]::new))
                .labels(texts(json.get("labels")).toArray(String[]::new));
        for (String name : texts(json.get("depends_on"))) {
            header = isId.test(name) ? header.dependsOn(RevisionId.of(name)) : header.dependsOnLabel(name);
        }
        return new DeclaredRevision(header, "versions." + json.get("id").asText());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public String toString() {
        return "case %d, %s: %s %s".formatted(number, json.get("name").asText(), command(), target());
    }
}
