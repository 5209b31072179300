package dev.aludel.fingerprint;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What operations can hold, and what some of them do hold: each record, each state of an optional or logical component,
 * each constant of an enum; spelled such as {@code AddColumn}, {@code AddColumn.fill empty}.
 */
final class FactsHeld {

    private final Set<String> facts = new TreeSet<>();

    private FactsHeld() {}

    /** All that things of {@code type} can hold, through sealed interfaces and records. */
    static Set<String> possible(Class<?> type) {
        FactsHeld held = new FactsHeld();
        held.expect(type, type.getSimpleName());
        return held.facts;
    }

    /** All that {@code thing} does hold. */
    static Set<String> actual(Object thing) {
        FactsHeld held = new FactsHeld();
        held.collect(thing, thing.getClass().getSimpleName());
        return held.facts;
    }

    private void expect(Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Optional.class) {
                facts.addAll(Set.of(place + " empty", place + " present"));
            }
            expect(generic.getRawType(), place);
            for (Type argument : generic.getActualTypeArguments()) {
                expect(argument, place);
            }
        } else if (type instanceof Class<?> plain) {
            expect(plain, place);
        }
    }

    private void expect(Class<?> type, String place) {
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                expect(kind, kind.getSimpleName());
            }
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                facts.add(type.getSimpleName() + " " + constant);
            }
        } else if (type == boolean.class || type == Boolean.class) {
            facts.addAll(Set.of(place + " true", place + " false"));
        } else if (type.isRecord() && facts.add(type.getSimpleName())) {
            for (RecordComponent component : type.getRecordComponents()) {
                expect(component.getGenericType(), place(component));
            }
        }
    }

    private void collect(Object thing, String place) {
        if (thing instanceof Optional<?> optional) {
            facts.add(place + (optional.isPresent() ? " present" : " empty"));
            optional.ifPresent(content -> collect(content, place));
        } else if (thing instanceof Collection<?> things) {
            things.forEach(element -> collect(element, place));
        } else if (thing instanceof Map<?, ?> map) {
            collect(map.keySet(), place);
            collect(map.values(), place);
        } else if (thing instanceof Boolean) {
            facts.add(place + " " + thing);
        } else if (thing instanceof Enum<?> constant) {
            facts.add(constant.getDeclaringClass().getSimpleName() + " " + constant);
        } else if (thing instanceof Record some) {
            facts.add(some.getClass().getSimpleName());
            for (RecordComponent component : some.getClass().getRecordComponents()) {
                collect(Records.read(some, component), place(component));
            }
        }
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
