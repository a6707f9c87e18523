package io.mlconnector.console.session;

import io.mlconnector.console.operator.Operator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who is signed in at this daemon's console, and links that sign in once. They live as long as the process: after a restart
 * people sign in again. Safe for use by several threads.
 */
public final class Sessions {

    /** A session ends when nothing was asked with it for so long. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** A link that signs in works so long, and once. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(15);

    /** So many at once; the one that was used longest ago makes room. */
    private static final int MOST = 1_000;

    private static final int BYTES = 32;

    private final InstantSource clock;
    private final Consumer<byte[]> random;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, Open> links = new LinkedHashMap<>();

    /**
     * Nobody is signed in.
     *
     * @param random fills an array with bytes that nobody can guess
     */
    public Sessions(InstantSource clock, Consumer<byte[]> random) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    private record Open(Operator operator, Instant until) {}

    /** Signs someone in; the session's secret. */
    public synchronized String begin(Operator operator) {
        return keep(open, operator, IDLE);
    }

    /** A secret that signs someone in once. */
    public synchronized String link(Operator operator) {
        return keep(links, operator, LINK_LIFE);
    }

    /** Uses a link up: a new session's secret; empty if the link was used, is too old or never was one. */
    public synchronized Optional<String> follow(String link) {
        Open known = links.remove(link);
        return known == null || !clock.instant().isBefore(known.until())
                ? Optional.empty()
                : Optional.of(begin(known.operator()));
    }

    /** Whose session this is, which lasts longer by that; empty if nobody's. */
    public synchronized Optional<Operator> of(String secret) {
        Instant now = clock.instant();
        Open known = open.remove(secret);
        if (known == null || !now.isBefore(known.until())) {
            return Optional.empty();
        }
        // Last used comes last, so that the first one makes room.
        open.put(secret, new Open(known.operator(), now.plus(IDLE)));
        return Optional.of(known.operator());
    }

    /** Signs out; nothing happens if nobody was signed in. */
    public synchronized void end(String secret) {
        open.remove(secret);
    }

    private String keep(Map<String, Open> all, Operator operator, Duration life) {
        byte[] bytes = new byte[BYTES];
        random.accept(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        while (all.size() >= MOST) {
            all.remove(all.keySet().iterator().next());
        }
        all.put(secret, new Open(operator, clock.instant().plus(life)));
        return secret;
    }
}
