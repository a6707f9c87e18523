package io.mlconnector.domain.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A partner's implementation guide: what he asks for beyond the standard, or less than it.
 *
 * @param name how people call it; shown with every problem that it finds
 * @param rules what it asks for
 */
public record PartnerGuide(String name, List<Rule> rules) {
    /** Asks for nothing. */
    public static final PartnerGuide NONE = new PartnerGuide("", List.of());

    public PartnerGuide {
        Objects.requireNonNull(name, "name");
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param transactionSetId ST01 of the sets that it is for, such as {@code 810}
     * @param loop path of the loop, such as {@code IT1/SAC}; empty for the header and summary of the set; {@code *} for
     *     all
     * @param segment tag, such as {@code REF}
     * @param qualifier the rule is only for segments whose first element is this; empty for all
     * @param element position of the element, first = 1; 0 for the segment as a whole
     * @param necessity whether it must or must not be there; empty if the guide does not say
     * @param codes the values that are allowed; empty if any
     * @param least fewest characters; 0 if the guide does not say
     * @param most most characters; 0 if the guide does not say
     */
    public record Rule(
            String transactionSetId,
            String loop,
            String segment,
            String qualifier,
            int element,
            Optional<Necessity> necessity,
            Set<String> codes,
            int least,
            int most) {
        public Rule {
            Objects.requireNonNull(transactionSetId, "transactionSetId");
            Objects.requireNonNull(loop, "loop");
            Objects.requireNonNull(segment, "segment");
            Objects.requireNonNull(qualifier, "qualifier");
            Objects.requireNonNull(necessity, "necessity");
            codes = Set.copyOf(codes);
        }
    }

    /** Whether something must be there. */
    public enum Necessity {
        REQUIRED,
        /** Must not be there. */
        NOT_USED
    }
}
