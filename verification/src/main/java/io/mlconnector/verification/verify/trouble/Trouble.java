package io.mlconnector.verification.verify.trouble;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A kind of trouble; one row of the table. */
public enum Trouble {
    /** No trouble; notices are unreliable all the same. */
    NONE("none", "none"),
    /** The daemon is killed with SIGKILL and restarted at once. */
    DAEMON_KILLED("daemon-killed", "daemon killed"),
    /** Connections to the database are reset and new ones refused for some seconds. */
    DATABASE_CUT("database-cut", "database cut off"),
    /** Every process of the database server is killed with SIGKILL; the server restarts and recovers. */
    DATABASE_KILLED("database-killed", "database killed"),
    /** High latency and low bandwidth. */
    SLOW_LINE("slow-line", "slow connections"),
    /** Connections are reset, both live and new ones. */
    LINE_RESET("line-reset", "connections reset"),
    /** Connections end after a number of bytes in either direction. */
    LINE_CUT("line-cut", "connections cut off"),
    /** One direction goes silent; the connection is reset when the network is back. */
    HALF_OPEN("half-open", "connections half open"),
    /** Every fault of the remote systems themselves. */
    BAD_ANSWERS("bad-answers", "remote systems failing"),
    /** Business Events and file notices get lost. */
    NOTICES_LOST("notices-lost", "notices lost"),
    /** Two daemons share one database; one is suspended for longer than its lease, then continues. */
    TWO_DAEMONS("two-daemons", "two daemons, one frozen"),
    /** Files that no database, no reader and no limit takes lie in a folder before good ones. */
    POISON_FILE("poison-file", "poison files first"),
    /** Every answer of both remote systems is endless, or inflates without end. */
    ENDLESS_ANSWER("endless-answer", "endless answers"),
    /** Packets between daemon and database vanish, and nothing is reset. */
    DATABASE_FROZEN("database-frozen", "database frozen"),
    /** Both remote systems answer a byte every five seconds. */
    SLOW_SERVER("slow-server", "a byte every 5 s"),
    /** An old backup is put back, the upload folders were emptied, and a person settles what was sent since. */
    RESTORED_BACKUP("restored-backup", "restored backup"),
    /** All kinds at once. */
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

    /** Whether the relays hold requests back and release them together, so that arrival times say nothing about the sender. */
    public boolean delays() {
        return this == SLOW_LINE || this == SLOW_SERVER || this == EVERYTHING;
    }

    /** Its name in the table. */
    public String title() {
        return title;
    }
}
