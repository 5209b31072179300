package dev.aludel.fingerprint;

import dev.aludel.model.ColumnType;
import dev.aludel.model.EnumType;
import dev.aludel.model.Value;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that differs from a thing in one place: a fact changed, taken away, doubled, or in another order. */
final class Mutants {

    private Mutants() {}

    static Stream<Object> of(Object thing) {
        return Stream.concat(others(thing), within(thing)).filter(mutant -> !mutant.equals(thing));
    }

    /** What may stand in its place. */
    private static Stream<Object> others(Object thing) {
        if (thing instanceof Value) {
            return EveryOperation.VALUES.stream().map(Object.class::cast);
        }
        if (thing instanceof ColumnType && !(thing instanceof EnumType)) {
            return EveryOperation.TYPES.stream().map(Object.class::cast);
        }
        return thing instanceof Enum<?> constant
                ? Arrays.stream((Object[]) constant.getDeclaringClass().getEnumConstants())
                : Stream.empty();
    }

    private static Stream<Object> within(Object thing) {
        if (thing instanceof String text) {
            return Stream.of(text + "x", "x" + text, text + "\"", text + "\\", text.replace("\"", "\\\""));
        }
        if (thing instanceof Boolean truth) {
            return Stream.of(!truth);
        }
        if (thing instanceof Integer number) {
            return Stream.of(number + 1);
        }
        if (thing instanceof BigDecimal number) {
            return Stream.of(number.add(BigDecimal.ONE), number.setScale(number.scale() + 1));
        }
        if (thing instanceof ZoneId) {
            return Stream.of(ZoneId.of("Asia/Tokyo"));
        }
        return composite(thing);
    }

    private static Stream<Object> composite(Object thing) {
        if (thing instanceof Optional<?> optional) {
            return optional.stream()
                    .flatMap(content -> Stream.concat(
                            Stream.of(Optional.empty()), of(content).map(Optional::of)));
        }
        if (thing instanceof List<?> list) {
            return IntStream.range(0, list.size()).boxed().flatMap(place -> lists(list, place));
        }
        if (thing instanceof Map<?, ?> map) {
            return maps(map);
        }
        return thing instanceof Record some ? records(some) : Stream.empty();
    }

    private static Stream<Object> records(Record some) {
        RecordComponent[] components = some.getClass().getRecordComponents();
        return IntStream.range(0, components.length).boxed().flatMap(place -> of(Records.read(some, components[place]))
                .flatMap(mutant -> Records.with(some, place, mutant).stream()));
    }

    private static Stream<Object> lists(List<?> list, int place) {
        Object element = list.get(place);
        Stream<Object> changed = of(element).map(mutant -> changed(list, copy -> copy.set(place, mutant)));
        return Stream.concat(
                changed,
                Stream.of(
                        changed(list, copy -> copy.remove(place)),
                        changed(list, copy -> copy.add(place, element)),
                        changed(list, copy -> copy.add(copy.remove(place)))));
    }

    private static List<Object> changed(List<?> list, Consumer<List<Object>> change) {
        List<Object> copy = new ArrayList<>(list);
        change.accept(copy);
        return copy;
    }

    private static Stream<Object> maps(Map<?, ?> map) {
        return map.entrySet().stream()
                .flatMap(old -> Stream.concat(
                        Stream.of(replaced(map, old, Stream.empty())),
                        entries(old).map(entry -> replaced(map, old, Stream.of(entry)))));
    }

    private static Stream<Map.Entry<?, ?>> entries(Map.Entry<?, ?> old) {
        return Stream.concat(
                of(old.getKey()).map(key -> Map.entry(key, old.getValue())),
                of(old.getValue()).map(value -> Map.entry(old.getKey(), value)));
    }

    private static Map<Object, Object> replaced(Map<?, ?> map, Map.Entry<?, ?> old, Stream<Map.Entry<?, ?>> mutants) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.remove(old.getKey());
        mutants.forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
        return copy;
    }
}
