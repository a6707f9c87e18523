package io.mlconnector.console.story;

import java.util.Map;

/** What a part of a document's story is about. */
public enum Chapter {
    CAME("What came"),
    UNDERSTOOD("What we understood"),
    CHECKED("What we checked"),
    SENT("What we sent"),
    SAID("What they said"),
    STOPPED("Where it stopped"),
    PEOPLE("What people did");

    private static final Map<String, Chapter> BY_EVENT = Map.ofEntries(
            Map.entry("announced", CAME),
            Map.entry("fetched", CAME),
            Map.entry("received", CAME),
            Map.entry("taken", CAME),
            Map.entry("decoded", CAME),
            Map.entry("unread", CAME),
            Map.entry("missing", CAME),
            Map.entry("aligned", UNDERSTOOD),
            Map.entry("replaces", UNDERSTOOD),
            Map.entry("replaced", UNDERSTOOD),
            Map.entry("duplicate", UNDERSTOOD),
            Map.entry("nothing-to-send", UNDERSTOOD),
            Map.entry("nothing-to-do", UNDERSTOOD),
            Map.entry("not-taken", UNDERSTOOD),
            Map.entry("begun-before", UNDERSTOOD),
            Map.entry("whole-before", UNDERSTOOD),
            Map.entry("checked", CHECKED),
            Map.entry("matched", CHECKED),
            Map.entry("unmatched", CHECKED),
            Map.entry("warning", CHECKED),
            Map.entry("held", STOPPED),
            Map.entry("failed", STOPPED),
            Map.entry("waiting", STOPPED),
            Map.entry("upload-in-doubt", STOPPED),
            Map.entry("post-in-doubt", STOPPED),
            Map.entry("delete-in-doubt", STOPPED),
            Map.entry("answered-in-doubt", STOPPED),
            Map.entry("overdue", SAID),
            Map.entry("acknowledged", SAID),
            Map.entry("acknowledgement", SAID),
            Map.entry("answer-unmatched", SAID),
            Map.entry("accepted", SAID),
            Map.entry("received-in-erp", SAID),
            Map.entry("posted-in-erp", SAID),
            Map.entry("advised", SAID));

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /**
     * To what an entry of a history belongs.
     *
     * @param event its word
     * @param byPerson whether a person did it
     */
    public static Chapter of(String event, boolean byPerson) {
        return byPerson ? PEOPLE : BY_EVENT.getOrDefault(event, SENT);
    }
}
