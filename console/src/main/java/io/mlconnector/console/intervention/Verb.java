package io.mlconnector.console.intervention;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.UnusableException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person can have done to documents, one or many. */
public enum Verb {
    REPLAY("Replay", Permission.REPLAY),
    RELEASE("Release", Permission.RELEASE),
    DISCARD("Discard", Permission.DISCARD),
    RESTORE("Restore", Permission.DISCARD),
    ASSIGN("Assign", Permission.ANNOTATE),
    SNOOZE("Put off", Permission.ANNOTATE);

    private final String title;
    private final Permission permission;

    Verb(String title, Permission permission) {
        this.title = title;
        this.permission = permission;
    }

    /** As it is called on a button. */
    public String title() {
        return title;
    }

    /** What a person must be allowed. */
    public Permission permission() {
        return permission;
    }

    /** The word in addresses and forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verb with this word.
     *
     * @throws UnusableException for any other word
     */
    public static Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableException("Nothing is called " + word + "; known are "
                        + Arrays.stream(values()).map(Verb::word).collect(Collectors.joining(", ")) + "."));
    }
}
