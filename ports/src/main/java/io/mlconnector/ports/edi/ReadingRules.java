package io.mlconnector.ports.edi;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.Leniency;
import java.util.Objects;

/**
 * How strictly a partner's documents are read.
 *
 * @param validation what follows from broken rules
 * @param guide the partner's implementation guide
 * @param leniency what the partner is forgiven, and what is filed away
 * @param received whether it came from a partner: then what only we send, 850 and 860, is refused
 */
public record ReadingRules(Validation validation, PartnerGuide guide, Leniency leniency, boolean received) {
    /** The standard, with warnings. */
    public static final ReadingRules USUAL = new ReadingRules(Validation.WARN, PartnerGuide.NONE);

    public ReadingRules {
        Objects.requireNonNull(validation, "validation");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(leniency, "leniency");
    }

    /** Nothing is forgiven, and it does not matter who sends what. */
    public ReadingRules(Validation validation, PartnerGuide guide) {
        this(validation, guide, Leniency.NONE, false);
    }

    /** The same, but for another validation. */
    public ReadingRules with(Validation other) {
        return new ReadingRules(other, guide, leniency, received);
    }

    /** Knows the rules for a transaction set by where it stands: who sent it, and what it is. */
    @FunctionalInterface
    public interface Book {
        /** The same rules for everybody. */
        Book USUAL = reference -> ReadingRules.USUAL;

        /**
         * The rules for a set, asked once for each; and those for a group or an interchange, by a reference of which the
         * set, or the group too, is empty.
         */
        ReadingRules of(EnvelopeReference reference);
    }
}
