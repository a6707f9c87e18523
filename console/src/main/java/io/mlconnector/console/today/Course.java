package io.mlconnector.console.today;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.workplace.Minutes;
import io.mlconnector.console.workplace.Minutes.Backlog;
import io.mlconnector.console.workplace.Minutes.Minute;
import io.mlconnector.console.workplace.Minutes.Requests;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last hours minute by minute: requests to each remote system against what it allows, and what is not settled.
 *
 * @param past minutes that are over, the oldest first
 * @param present requests since then
 * @param limits requests a minute under each rate key, by remote system
 * @param now the time
 * @param backlog as it is now
 */
public record Course(
        List<Minute> past, Map<String, Requests> present, Map<String, Double> limits, Instant now, Backlog backlog) {

    private static final int IN_FIGURES = 15;

    public Course {
        past = List.copyOf(past);
        present = new TreeMap<>(present);
        limits = Map.copyOf(limits);
    }

    /** Of these minutes. */
    static Course of(Minutes minutes, Instant now, Backlog backlog) {
        return new Course(minutes.past(), minutes.present(), minutes.limits(), now, backlog);
    }

    /**
     * Requests to a remote system.
     *
     * @param system its name
     * @param chart as the page draws it
     * @param words how it is, in a sentence
     */
    public record Traffic(String system, String chart, String words) {}

    /** One for each remote system, by name. */
    public List<Traffic> traffic() {
        return present.keySet().stream()
                .map(system -> new Traffic(system, chart(system), words(system)))
                .toList();
    }

    /** The last minutes, the newest first. */
    public List<Minute> inFigures() {
        return past.reversed().stream().limit(IN_FIGURES).toList();
    }

    private String words(String system) {
        long all = past.isEmpty()
                ? 0
                : past.getLast()
                        .requests()
                        .getOrDefault(system, new Requests(0, 0))
                        .all();
        String last = past.isEmpty()
                ? Figures.count(present.getOrDefault(system, new Requests(0, 0)).all())
                        + " since the daemon was started"
                : Figures.count(all) + " in the last minute";
        Double limit = limits.get(system);
        return last + "; "
                + (limit == null
                        ? "no rate is published, so that only requests at once are limited."
                        : "at most " + Figures.count(Math.round(limit)) + " a minute are allowed for each path.");
    }

    private String chart(String system) {
        List<JsonObject> series = new ArrayList<>();
        series.add(series(
                "requests", "moving", minute -> requests(minute, system).map(one -> (double) one.all())));
        Double limit = limits.get(system);
        if (limit != null) {
            series.add(series(
                    "busiest path", "done", minute -> requests(minute, system).map(one -> (double) one.busiest())));
            series.add(series("limit of a path", "failed", minute -> Optional.of(limit)));
        }
        return chart(series);
    }

    private static Optional<Requests> requests(Minute minute, String system) {
        return Optional.ofNullable(minute.requests().get(system));
    }

    /** What was not settled. */
    public String backlogChart() {
        return chart(List.of(
                series("moving", "moving", minute -> minute.backlog().map(one -> (double) one.moving())),
                series(
                        "waiting for a next try",
                        "waiting",
                        minute -> minute.backlog().map(one -> (double) one.waiting())),
                series(
                        "waiting for a person",
                        "held",
                        minute -> minute.backlog().map(one -> (double) one.stopped()))));
    }

    /** The minutes that are over, and the present one as far as it went. */
    private List<Minute> shown() {
        List<Minute> all = new ArrayList<>(past);
        all.add(new Minute(now, present, Optional.of(backlog)));
        return all;
    }

    private JsonObject series(String label, String colour, Function<Minute, Optional<Double>> value) {
        JsonArray values = new JsonArray();
        shown().forEach(minute -> values.add(orNull(value.apply(minute))));
        return new JsonObject().put("label", label).put("colour", colour).put("values", values);
    }

    private static @Nullable Double orNull(Optional<Double> value) {
        return value.orElse(null);
    }

    private String chart(List<JsonObject> series) {
        JsonArray times = new JsonArray();
        shown().forEach(minute -> times.add(minute.end().getEpochSecond()));
        JsonArray all = new JsonArray();
        series.forEach(all::add);
        return new JsonObject()
                .put("unit", "")
                .put("times", times)
                .put("series", all)
                .encode();
    }
}
