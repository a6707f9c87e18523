package io.mlconnector.console.operator;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person is to the program, and what follows from it. Today every operator's token stands for {@link #ENGINEER}. */
public enum Role {
    /** Looks at everything but what operators and settings are. */
    READ_ONLY(),
    /** Works on held invoices. */
    CLERK(Permission.ANNOTATE, Permission.RELEASE, Permission.DISCARD),
    /** Works on everything that stands still, and on what is agreed about references. */
    COORDINATOR(
            Permission.ANNOTATE,
            Permission.RELEASE,
            Permission.DISCARD,
            Permission.REPLAY,
            Permission.EDIT,
            Permission.TRANSLATE,
            Permission.PING),
    /** May do everything. */
    ENGINEER(Permission.values()),
    /** Looks at everything, and has the history proven. */
    AUDITOR(Permission.AUDIT, Permission.SETTINGS);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = permissions.length == 0 ? Set.of() : Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    /** Whether someone of this role may do it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The word that people read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
