package io.mlconnector.console.audit;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.AuditTrail;
import io.mlconnector.ports.journal.history.Head;
import java.util.List;
import java.util.Optional;

/**
 * The page of the audit.
 *
 * @param frame around it
 * @param person whose deeds are shown; empty: everybody's
 * @param day of which they are shown, as it was written; empty: of all
 * @param deeds newest first
 * @param next the address of the page behind; empty if this is the last one
 * @param persons from whom one may be chosen
 * @param head where the history ends
 * @param run the last verification; empty if there was none
 */
public record AuditPage(
        Frame frame,
        String person,
        String day,
        List<Deeds> deeds,
        Optional<String> next,
        List<String> persons,
        Optional<Head> head,
        Optional<AuditTrail.Run> run) {

    public AuditPage {
        deeds = List.copyOf(deeds);
        persons = List.copyOf(persons);
    }

    /** Whether the reader may have the history verified. */
    public boolean mayVerify() {
        return frame.may(Permission.AUDIT);
    }

    /** Whether a verification is under way. */
    public boolean underWay() {
        return run.filter(one -> one.ended().isEmpty()).isPresent();
    }

    /** Whether nothing restricts. */
    public boolean all() {
        return person.isEmpty() && day.isEmpty();
    }
}
