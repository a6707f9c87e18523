package io.mlconnector.console.live;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What every open page shows alike: after something was told, all of them ask for it anew, and it is looked up once for all. Who opens
 * a page has it looked up for himself. Used on one event loop only.
 *
 * @param <T> what is shown
 */
public final class Shared<T> {

    /** It is not shared longer than this, whatever is told. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private record Looked<T>(long told, Instant at, Future<T> found) {}

    private final LongSupplier told;
    private final InstantSource clock;
    private Optional<Looked<T>> last = Optional.empty();

    /**
     * Nothing is looked up yet.
     *
     * @param stream that makes pages ask anew
     */
    public Shared(Stream stream, InstantSource clock) {
        this(stream::told, clock);
    }

    Shared(LongSupplier told, InstantSource clock) {
        this.told = told;
        this.clock = clock;
    }

    /** Whether an open page asks because something was told. */
    public static boolean anew(RoutingContext context) {
        return "true".equals(context.request().getHeader("HX-Request"));
    }

    /**
     * It, as it was after what was told last, or later.
     *
     * @param anew whether an open page asks because something was told
     * @param look looks it up
     */
    public Future<T> of(boolean anew, Supplier<Future<T>> look) {
        Instant now = clock.instant();
        Optional<Looked<T>> usable = last.filter(one -> anew
                && one.told() == told.getAsLong()
                && !one.found().failed()
                && one.at().plus(LONGEST).isAfter(now));
        if (usable.isPresent()) {
            return usable.get().found();
        }
        Looked<T> looked = new Looked<>(told.getAsLong(), now, look.get());
        last = Optional.of(looked);
        return looked.found();
    }
}
