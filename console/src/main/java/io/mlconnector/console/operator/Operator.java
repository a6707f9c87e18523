package io.mlconnector.console.operator;

import java.util.Objects;

/**
 * Who is signed in.
 *
 * @param name as it stands in the history of what this person does
 * @param role what this person may do
 */
public record Operator(String name, Role role) {
    public Operator {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }

    /**
     * Who signed in with a token: every token stands for somebody who may do everything; there is room for others.
     *
     * @param name of the token
     */
    public static Operator signedIn(String name) {
        return new Operator(name, Role.ENGINEER);
    }

    /** Whether this person may do it. */
    public boolean may(Permission permission) {
        return role.may(permission);
    }
}
