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

    /** Whether this person may do it. */
    public boolean may(Permission permission) {
        return role.may(permission);
    }
}
