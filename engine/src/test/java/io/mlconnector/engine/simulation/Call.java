package io.mlconnector.engine.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One call on its way to a port, where a fault is planted.
 *
 * @param seen what this process has seen
 * @param memory anything that this process remembers
 * @param shared anything that all processes remember together
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Call(
        Class<?> port,
        Object whole,
        Method method,
        Object[] arguments,
        Set<String> seen,
        Map<Object, Object> memory,
        Map<Object, Object> shared) {

    /** What becomes of a call. */
    interface Interception {
        CompletionStage<?> of(Call call) throws Exception;
    }

    /** A port of which every call is intercepted. */
    static <T> T intercepted(Class<T> port, T whole, Map<Object, Object> shared, Interception interception) {
        Set<String> seen = new HashSet<>();
        Map<Object, Object> memory = new HashMap<>();
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    try {
                        return interception.of(new Call(port, whole, method, given, seen, memory, shared));
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    boolean named(String name) {
        return method.getName().equals(name);
    }

    Object argument(int place) {
        return arguments[place];
    }

    /** The argument in which a plain commit differs from one with numbers. */
    Object last() {
        return arguments[1];
    }

    CompletionStage<?> goOn() throws IllegalAccessException, InvocationTargetException {
        return (CompletionStage<?>) method.invoke(whole, arguments);
    }

    CompletionStage<?> with(int place, Object other) throws IllegalAccessException, InvocationTargetException {
        Object[] changed = arguments.clone();
        changed[place] = other;
        return (CompletionStage<?>) method.invoke(whole, changed);
    }

    CompletionStage<?> changed(Function<Object, Object> change)
            throws IllegalAccessException, InvocationTargetException {
        return goOn().thenApply(change);
    }
}
