package io.mlconnector.console.live;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.engine.loop.Signals;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what changes, as it changes, by server-sent events. Changes are gathered for a moment and told once to all who listen, so
 * that the flows notice nothing of them. The journal is looked at for what was written, also by other daemons on its database: at
 * once after a signal of this daemon, and now and then without one. Used on one event loop only.
 */
public final class Stream {

    /** Changes of so long are told together. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    /** How often the journal is looked at without a signal. */
    private static final Duration LOOKING = Duration.ofSeconds(2);

    /** Something is sent so often, so that connections stay open and readers who are gone are noticed. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** So many listen at once. */
    private static final int MOST_LISTENERS = 200;

    /** Of more changes in a moment nobody wants the names. */
    private static final int MOST_NAMED = 100;

    /** A reader who takes nothing is dropped when so many bytes wait. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final String TOO_MANY =
            "{\"type\":\"about:blank\",\"title\":\"Too many readers\",\"status\":503,\"detail\":\"" + MOST_LISTENERS
                    + " readers follow already. Try again in 30 s.\"}";

    /** The position of an entry in the journal. */
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** How the ids of cross-references begin, whose histories stand in the same journal. */
    private static final String CROSS_REFERENCES = "xr-";

    private final Engine reading;
    private final Loop loop;
    private final Set<HttpServerResponse> listeners = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean more;
    private boolean gathering;
    private boolean beating;
    private boolean looking;
    private long position = Long.MAX_VALUE;
    private long told;

    /**
     * Nobody listens yet.
     *
     * @param loop that signals what this daemon does
     * @param reading reads the journal
     */
    public Stream(Loop loop, Engine reading) {
        this.loop = loop;
        this.reading = reading;
        loop.onSignal(Signals.CHANGED, this::change);
    }

    /** Answers with everything that changes from now on. */
    public void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (listeners.size() >= MOST_LISTENERS) {
            response.setStatusCode(503)
                    .putHeader("Retry-After", "30")
                    .putHeader("Content-Type", "application/problem+json")
                    .end(TOO_MANY);
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .setWriteQueueMaxSize(MOST_WAITING);
        response.write("retry: 3000\n\n");
        listeners.add(response);
        Optional.ofNullable(context.request().getHeader("Last-Event-ID")).ifPresent(last -> catchUp(response, last));
        context.addEndHandler(ignored -> listeners.remove(response));
        response.exceptionHandler(ignored -> listeners.remove(response));
        beat();
        look();
    }

    /** How often something was told so far. */
    long told() {
        return told;
    }

    /**
     * Tells a reader who was here before what happened since. An id is the position of an entry in the journal, so that any daemon on it
     * knows it; where it is none, or one of another journal, the reader is told to read everything anew.
     */
    private void catchUp(HttpServerResponse reader, String last) {
        long from = POSITION.matcher(last.strip()).matches() ? Long.parseLong(last.strip()) : Long.MAX_VALUE;
        reading.onContext(reading.journal().happenedAfter(from, MOST_NAMED)).onSuccess(happened -> {
            boolean unknown = from > happened.newest();
            Set<String> missed = new LinkedHashSet<>();
            if (!unknown) {
                happened.owners().forEach(owner -> missed.add(owner.text()));
            }
            if (!reader.ended() && !reader.closed() && (unknown || happened.more() || !missed.isEmpty())) {
                reader.write(event(happened.newest(), missed, unknown || happened.more()));
            }
        });
    }

    /** @param at position up to which it tells; {@link Long#MAX_VALUE} if that is not known */
    private static String event(long at, Set<String> ids, boolean more) {
        return (at == Long.MAX_VALUE ? "" : "id: " + at + "\n") + "event: changed\ndata: {\"documents\":"
                + list(ids, false) + ",\"crossReferences\":" + list(ids, true) + ",\"more\":" + more + "}\n\n";
    }

    private static String list(Set<String> ids, boolean crossReferences) {
        return ids.stream()
                .filter(id -> id.startsWith(CROSS_REFERENCES) == crossReferences)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Who comes first hears what happens from then on. */
    private void look() {
        if (looking) {
            return;
        }
        if (listeners.isEmpty()) {
            position = Long.MAX_VALUE;
            return;
        }
        looking = true;
        happened(() -> loop.after(LOOKING, () -> {
            looking = false;
            look();
        }));
    }

    /** Gathers what was written since the last time. The database may be away: then it is asked again the next time. */
    private void happened(Runnable then) {
        long from = position;
        reading.onContext(reading.journal().happenedAfter(from, MOST_NAMED))
                .onSuccess(happened -> {
                    if (position == from) {
                        position = happened.newest();
                        more |= happened.more();
                        happened.owners().forEach(owner -> add(owner.text()));
                    }
                })
                .onComplete(ignored -> {
                    if (!gathering && (more || !changed.isEmpty())) {
                        tell();
                    }
                    then.run();
                });
    }

    private void beat() {
        if (!beating && !listeners.isEmpty()) {
            beating = true;
            loop.after(BEAT, () -> {
                beating = false;
                send(": still here\n\n");
                beat();
            });
        }
    }

    private void change(String id) {
        if (listeners.isEmpty()) {
            return;
        }
        add(id);
        if (!gathering) {
            gathering = true;
            loop.after(GATHERING, () -> {
                gathering = false;
                happened(() -> {});
            });
        }
    }

    private void add(String id) {
        if (changed.contains(id) || changed.size() < MOST_NAMED) {
            changed.add(id);
        } else {
            more = true;
        }
    }

    private void tell() {
        String event = event(position, changed, more);
        changed.clear();
        more = false;
        told++;
        send(event);
    }

    private void send(String text) {
        for (HttpServerResponse listener : Set.copyOf(listeners)) {
            if (listener.closed() || listener.ended()) {
                listeners.remove(listener);
            } else if (listener.writeQueueFull()) {
                // It comes back by itself if it is still there, and reads the page anew.
                listeners.remove(listener);
                listener.reset();
            } else {
                listener.write(text);
            }
        }
    }
}
