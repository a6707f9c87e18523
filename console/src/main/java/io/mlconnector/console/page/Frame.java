package io.mlconnector.console.page;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param title of the page
 * @param section in which it stands
 * @param operator who reads it; empty before signing in
 * @param look how it is shown
 * @param address its path and query, by which it is asked for again when something changed
 * @param said what was just done, to be told once; empty if nothing was
 */
public record Frame(
        String title, Section section, Optional<Operator> operator, Look look, String address, Optional<String> said) {

    public Frame {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(said, "said");
    }

    /** Whether the reader may do it. */
    public boolean may(Permission permission) {
        return operator.filter(one -> one.may(permission)).isPresent();
    }

    /** Times as the reader sees them. */
    public Times times() {
        return look.times();
    }

    /** The menu. */
    public List<Section> sections() {
        return List.of(Section.values());
    }
}
