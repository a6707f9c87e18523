package io.mlconnector.domain.retry;

import java.time.Duration;

/** How long a system is left alone that asks us to stay away and names no time. */
public enum ThrottlePause {
    /** Doubled each time in a row, up to a minute. */
    CLEO("Cleo, doubled each time in a row up to 60 s", Duration.ofSeconds(1)),
    DYNAMICS("F&O", Duration.ofSeconds(10)),
    ENTRA("the token endpoint", Duration.ofSeconds(30));

    private final String system;
    private final Duration pause;

    ThrottlePause(String system, Duration pause) {
        this.system = system;
        this.pause = pause;
    }

    /** Its name in a sentence. */
    public String system() {
        return system;
    }

    /** For how long. */
    public Duration pause() {
        return pause;
    }
}
