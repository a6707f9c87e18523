package io.mlconnector.runtime.http;

import io.mlconnector.runtime.access.GateLoad;
import io.mlconnector.runtime.loop.LoopDelays;
import io.mlconnector.runtime.loop.LoopDelays.Delay;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What the process has to do: requests to remote systems, event loops, and Business Events.
 *
 * @param gates the load of each gate, by the name of its remote system
 * @param loops how late they are
 * @param events how many Business Events came since the start, by connection and kind
 */
public record Work(
        Supplier<Map<String, GateLoad>> gates, LoopDelays loops, Supplier<Map<String, Map<String, Long>>> events) {

    private static final double NANOS = 1e9;

    public Work {
        Objects.requireNonNull(gates, "gates");
        Objects.requireNonNull(loops, "loops");
        Objects.requireNonNull(events, "events");
    }

    void show(PrometheusRegistry registry) {
        gauge(registry, "mlc_gate_allowed", "Requests that may be under way to a remote system", GateLoad::allowed);
        gauge(registry, "mlc_gate_under_way", "Requests that are under way to a remote system", GateLoad::underWay);
        gauge(registry, "mlc_gate_waiting", "Requests that wait for their turn", GateLoad::waiting);
        CounterWithCallback.builder()
                .name("mlc_gate_lowered_total")
                .help("How often trouble lowered the requests that may be under way")
                .labelNames("system")
                .callback(callback ->
                        gates.get().forEach((system, load) -> callback.call((double) load.lowered(), system)))
                .register(registry);
        CounterWithCallback.builder()
                .name("mlc_business_events_total")
                .help("Business Events that came for the first time, by their kind")
                .labelNames("connection", "kind")
                .callback(callback -> events.get()
                        .forEach((connection, kinds) ->
                                kinds.forEach((kind, count) -> callback.call((double) count, connection, kind))))
                .register(registry);
        GaugeWithCallback.builder()
                .name("mlc_loop_delay_seconds")
                .help(
                        "How late an event loop did what was due in the last minute: the longest delay, and the 99th percentile")
                .labelNames("loop", "of")
                .callback(callback -> loops.lastMinute().forEach((loop, delay) -> {
                    callback.call(seconds(delay, true), loop, "max");
                    callback.call(seconds(delay, false), loop, "p99");
                }))
                .register(registry);
    }

    private void gauge(PrometheusRegistry registry, String name, String help, ToIntFunction<GateLoad> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("system")
                .callback(callback ->
                        gates.get().forEach((system, load) -> callback.call(value.applyAsInt(load), system)))
                .register(registry);
    }

    private static double seconds(Delay delay, boolean most) {
        Duration time = most ? delay.most() : delay.usual();
        return time.toNanos() / NANOS;
    }
}
