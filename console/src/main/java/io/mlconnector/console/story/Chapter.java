package io.mlconnector.console.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a part of a document's story is about. */
public enum Chapter {
    CAME("What came"),
    UNDERSTOOD("What we understood"),
    CHECKED("What we checked"),
    SENT("What we sent"),
    SAID("What they said"),
    STOPPED("Where it stopped"),
    PEOPLE("What people did"),
    OTHER("What else happened");

    private static final Map<String, Chapter> BY_EVENT = byEvent();

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
        return byPerson ? PEOPLE : BY_EVENT.getOrDefault(event, OTHER);
    }

    /** Whether somebody decided where this event belongs. */
    static boolean knows(String event) {
        return BY_EVENT.containsKey(event);
    }

    private static Map<String, Chapter> byEvent() {
        Map<String, Chapter> all = new HashMap<>();
        List.of("announced", "fetched", "received", "decoded", "unread", "missing")
                .forEach(event -> all.put(event, CAME));
        List.of(
                        "aligned",
                        "replaces",
                        "replaced",
                        "duplicate",
                        "nothing-to-send",
                        "nothing-to-do",
                        "not-taken",
                        "begun-before",
                        "whole-before",
                        "x12-error",
                        "x12-warning",
                        "x12-note",
                        "discard")
                .forEach(event -> all.put(event, UNDERSTOOD));
        List.of("checked", "matched", "unmatched", "warning").forEach(event -> all.put(event, CHECKED));
        List.of(
                        "encoded",
                        "encoding-note",
                        "upload-intended",
                        "delivered",
                        "sent-again",
                        "resend-agreed",
                        "marked-as-sent",
                        "did-not-arrive",
                        "asked",
                        "asking-postponed",
                        "post-intended",
                        "header-created",
                        "header-found",
                        "posted",
                        "delete-intended",
                        "header-deleted",
                        "header-not-deleted",
                        "header-not-there",
                        "attaching",
                        "attached",
                        "not-attached",
                        "attaching-postponed",
                        "attachments-in-doubt")
                .forEach(event -> all.put(event, SENT));
        List.of(
                        "held",
                        "failed",
                        "postponed",
                        "refused",
                        "read-refused",
                        "upload-refused",
                        "given-up",
                        "upload-in-doubt",
                        "post-in-doubt",
                        "delete-in-doubt",
                        "answered-in-doubt")
                .forEach(event -> all.put(event, STOPPED));
        List.of(
                        "overdue",
                        "acknowledged",
                        "answer-unmatched",
                        "accepted",
                        "received-in-erp",
                        "posted-in-erp",
                        "advised")
                .forEach(event -> all.put(event, SAID));
        List.of(
                        "replay",
                        "release",
                        "restore",
                        "resubmitted",
                        "take-back",
                        "left-by-fix",
                        "answer-settled",
                        "commented",
                        "assigned",
                        "snoozed")
                .forEach(event -> all.put(event, PEOPLE));
        List.of("removal-intended", "removed").forEach(event -> all.put(event, OTHER));
        return Map.copyOf(all);
    }
}
