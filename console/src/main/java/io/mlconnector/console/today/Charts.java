package io.mlconnector.console.today;

import io.mlconnector.ports.overview.Hour;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last day in figures, as the page's charts and tables take them.
 *
 * @param hours the oldest first; each hour is there, also where nothing happened; the last is under way
 */
public record Charts(List<Both> hours) {

    private static final double MILLIS = 1000;

    public Charts {
        hours = List.copyOf(hours);
    }

    /**
     * Both directions of an hour.
     *
     * @param start when it began
     * @param out what went out; empty if nothing happened
     * @param in what came in; empty if nothing happened
     */
    public record Both(Instant start, Optional<Hour> out, Optional<Hour> in) {

        /** Orders that were delivered. */
        public long delivered() {
            return out.map(Hour::arrived).orElse(0L);
        }

        /** Invoices that were posted. */
        public long posted() {
            return in.map(Hour::arrived).orElse(0L);
        }

        /** In how long half of the orders of the hour were in their folders; empty if none was. */
        public String outHalf() {
            return length(out.flatMap(Hour::median));
        }

        /** In how long 95 % of them were. */
        public String outMost() {
            return length(out.flatMap(Hour::slow));
        }

        /** In how long half of the invoices of the hour were posted; empty if none was. */
        public String inHalf() {
            return length(in.flatMap(Hour::median));
        }

        /** In how long 95 % of them were. */
        public String inMost() {
            return length(in.flatMap(Hour::slow));
        }

        private static String length(Optional<Duration> duration) {
            return duration.map(known -> String.format(Locale.ROOT, "%.1f s", known.toMillis() / MILLIS))
                    .orElse("");
        }

        /** Documents that came in this hour and stand still. */
        public long stopped() {
            return out.map(Hour::stopped).orElse(0L) + in.map(Hour::stopped).orElse(0L);
        }
    }

    /** Of these hours, with every one between the first and the last. */
    public static Charts of(List<Hour> known, Instant from, Instant to) {
        Map<Instant, Hour> out = new HashMap<>();
        Map<Instant, Hour> in = new HashMap<>();
        known.forEach(hour -> (hour.outbound() ? out : in).put(hour.start(), hour));
        List<Both> all = new ArrayList<>();
        for (Instant at = from.truncatedTo(ChronoUnit.HOURS); !at.isAfter(to); at = at.plus(Duration.ofHours(1))) {
            all.add(new Both(at, Optional.ofNullable(out.get(at)), Optional.ofNullable(in.get(at))));
        }
        return new Charts(all);
    }

    /** Documents per hour by outcome. */
    public String outcomes() {
        return chart(
                "",
                series("delivered", "moving", both -> (double) both.delivered()),
                series("posted", "done", both -> (double) both.posted()),
                series("stopped", "held", both -> (double) both.stopped()));
    }

    /** How long it took from a confirmation to its folder. */
    public String outbound() {
        return durations("moving", Both::out);
    }

    /** How long it took from a file to the posted invoice. */
    public String inbound() {
        return durations("done", Both::in);
    }

    private String durations(String colour, Function<Both, Optional<Hour>> way) {
        return chart(
                " s",
                series("half within", colour, both -> seconds(way.apply(both).flatMap(Hour::median))),
                series("95 % within", "unknown", both -> seconds(way.apply(both).flatMap(Hour::slow))));
    }

    private static @Nullable Double seconds(Optional<Duration> duration) {
        return duration.map(known -> known.toMillis() / MILLIS).orElse(null);
    }

    /** The hour under way stands by itself: as the end of a line it would look as if less happened. */
    private boolean breaksBefore(int hour) {
        return hour > 0 && hour == hours.size() - 1;
    }

    private JsonObject series(String label, String colour, Function<Both, @Nullable Double> value) {
        JsonArray values = new JsonArray();
        for (int i = 0; i < hours.size(); i++) {
            if (breaksBefore(i)) {
                values.addNull();
            }
            values.add(value.apply(hours.get(i)));
        }
        return new JsonObject().put("label", label).put("colour", colour).put("values", values);
    }

    private String chart(String unit, JsonObject... series) {
        JsonArray times = new JsonArray();
        for (int i = 0; i < hours.size(); i++) {
            long start = hours.get(i).start().getEpochSecond();
            if (breaksBefore(i)) {
                times.add(start - 1);
            }
            times.add(start);
        }
        JsonArray all = new JsonArray();
        for (JsonObject one : series) {
            all.add(one);
        }
        return new JsonObject()
                .put("unit", unit)
                .put("times", times)
                .put("series", all)
                .encode();
    }
}
