package io.mlconnector.console.operator;

import java.util.Locale;

/** What a person is to the program, and what follows from it. Today every operator's token stands for {@link #ENGINEER}. */
public enum Role {
    /** Looks at everything but what operators and settings are. */
    READ_ONLY,
    /** Works on held invoices. */
    CLERK,
    /** Works on everything that stands still, and on what is agreed about references. */
    COORDINATOR,
    /** May do everything. */
    ENGINEER,
    /** Looks at everything, and has the history proven. */
    AUDITOR;

    /** Whether someone of this role may do it. */
    public boolean may(Permission permission) {
        return switch (permission) {
            case ANNOTATE, RELEASE, DISCARD -> this == CLERK || this == COORDINATOR || this == ENGINEER;
            case REPLAY, EDIT, TRANSLATE, PING -> this == COORDINATOR || this == ENGINEER;
            case AUDIT, SETTINGS -> this == AUDITOR || this == ENGINEER;
        };
    }

    /** The word that people read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
