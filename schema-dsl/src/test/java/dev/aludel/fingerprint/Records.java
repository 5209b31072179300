package dev.aludel.fingerprint;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;

/** Records taken apart and put together by reflection. */
final class Records {

    private Records() {}

    static Object read(Record some, RecordComponent component) {
        try {
            return component.getAccessor().invoke(some);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    /** {@code some} with another value in the component at {@code place}; empty where its constructor refuses it. */
    static Optional<Object> with(Record some, int place, Object value) {
        RecordComponent[] components = some.getClass().getRecordComponents();
        Object[] arguments =
                Stream.of(components).map(component -> read(some, component)).toArray();
        arguments[place] = value;
        try {
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = some.getClass().getDeclaredConstructor(types);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException | IllegalArgumentException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }
}
