package io.mlconnector.twin.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies records with one component changed; records with many components would otherwise repeat them all each time.
 */
public final class RecordCopy {

    private RecordCopy() {}

    /**
     * A copy.
     *
     * @param <R> the record's type
     * @param type the record's class
     * @param original the record
     * @param component name of the component that changes
     * @param value its new value
     * @return the copy
     */
    public static <R extends Record> R of(Class<R> type, R original, String component, @Nullable Object value) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                boolean changes = components[i].getName().equals(component);
                found |= changes;
                values[i] = changes ? value : components[i].getAccessor().invoke(original);
            }
            if (!found) {
                throw new IllegalArgumentException(type + " has no component " + component);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
