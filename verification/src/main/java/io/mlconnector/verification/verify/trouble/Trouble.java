package io.mlconnector.verification.verify.trouble;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A kind of trouble; one row of the table. */
public enum Trouble {
    /** Nothing goes wrong, but for notices, which are never reliable here. */
    NONE("none", "none"),
    /** SIGKILL, and started again at once. */
    DAEMON_KILLED("daemon-killed", "daemon killed"),
    /** Its connections are reset and new ones refused for some seconds. */
    DATABASE_CUT("database-cut", "database cut off"),
    /** SIGKILL to every process of the server, which recovers and comes back. */
    DATABASE_KILLED("database-killed", "database killed"),
    /** Latency and little bandwidth. */
    SLOW_LINE("slow-line", "slow lines"),
    /** Connections are reset, live ones and new ones. */
    LINE_RESET("line-reset", "lines reset"),
    /** Connections end after so many bytes, counted either way. */
    LINE_CUT("line-cut", "lines cut after n bytes"),
    /** One direction goes silent; reset when the line comes back. */
    HALF_OPEN("half-open", "lines half open"),
    /** Everything that the remote systems themselves can do wrong. */
    BAD_ANSWERS("bad-answers", "remote systems failing"),
    /** Business Events and file notices get lost. */
    NOTICES_LOST("notices-lost", "notices lost"),
    /** Two on one database; one stands still for longer than its lease, then goes on. */
    TWO_DAEMONS("two-daemons", "two daemons, one stops"),
    /** All of it. */
    EVERYTHING("everything", "everything together");

    private final String word;
    private final String title;

    Trouble(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /**
     * Its name for programs.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /**
     * The kind of that name.
     *
     * @param word as {@link #word()} has it
     * @throws IllegalArgumentException for any other word
     */
    public static Trouble of(String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no trouble called " + word + "; there is "
                        + Arrays.stream(values()).map(Trouble::word).collect(Collectors.joining(", "))));
    }

    /** Whether lines hold requests back and then let them go together: when they arrive says nothing about their sender. */
    public boolean delays() {
        return this == SLOW_LINE || this == EVERYTHING;
    }

    /** Its name in the table. */
    public String title() {
        return title;
    }
}
