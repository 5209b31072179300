package dev.aludel.fingerprint;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.PerDialect;
import java.util.List;
import java.util.stream.Stream;

/** Views, functions, procedures, triggers and extensions. */
final class ObjectFacts {

    private ObjectFacts() {}

    static Fact of(DatabaseObject object) {
        if (object instanceof DatabaseObject.View view) {
            return view(view);
        }
        if (object instanceof DatabaseObject.Routine routine) {
            return named(routine).with(definition(routine.definition()));
        }
        if (object instanceof DatabaseObject.Trigger trigger) {
            return named(trigger).with(Fact.of("table", trigger.onTable())).with(definition(trigger.definition()));
        }
        if (object instanceof DatabaseObject.UpdatedAtTrigger trigger) {
            return named(trigger).with(Fact.of("table", trigger.onTable())).with(Fact.of("updates", trigger.column()));
        }
        if (object instanceof DatabaseObject.Extension) {
            return named(object);
        }
        throw Fact.unknown(object);
    }

    static Stream<Fact> query(PerDialect<String> query) {
        return DialectFacts.of(query, sql -> Stream.of(Fact.ofSql("query", sql)));
    }

    private static Fact view(DatabaseObject.View view) {
        return named(view)
                .with(query(view.query()))
                .with(view.storage().stream().map(ObjectFacts::storage))
                .with(view.comment().stream().map(comment -> Fact.of("comment", comment)));
    }

    private static Fact storage(DatabaseObject.Storage storage) {
        return Fact.of("materialized")
                .with(storage.indexes().stream().map(TableFacts::index))
                .with(Fact.when(storage.otherwiseView(), "otherwise view"));
    }

    private static Stream<Fact> definition(PerDialect<List<String>> definition) {
        return DialectFacts.of(definition, statements -> statements.stream().map(sql -> Fact.ofSql("statement", sql)));
    }

    private static Fact named(DatabaseObject object) {
        return Fact.of(object.kind().words(), object.name());
    }
}
