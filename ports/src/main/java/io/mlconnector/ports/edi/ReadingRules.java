package io.mlconnector.ports.edi;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.EnvelopeReference;
import java.util.Objects;

/**
 * How strictly a partner's documents are read.
 *
 * @param validation what follows from broken rules
 * @param guide the partner's implementation guide
 */
public record ReadingRules(Validation validation, PartnerGuide guide) {
    /** The standard, with warnings. */
    public static final ReadingRules USUAL = new ReadingRules(Validation.WARN, PartnerGuide.NONE);

    public ReadingRules {
        Objects.requireNonNull(validation, "validation");
        Objects.requireNonNull(guide, "guide");
    }

    /** Knows the rules for a transaction set by where it stands: who sent it, and what it is. */
    @FunctionalInterface
    public interface Book {
        /** The same rules for everybody. */
        Book USUAL = reference -> ReadingRules.USUAL;

        /** The rules for a set; asked once for each. */
        ReadingRules of(EnvelopeReference reference);
    }
}
