package io.mlconnector.domain.ordering;

import java.util.Objects;

/** What a partner knows of an order before a revision is sent. */
public sealed interface PartnerKnowledge {

    /** The partner has never heard of the order. */
    record None() implements PartnerKnowledge {}

    /**
     * The partner has a revision whose content we know.
     *
     * @param order as it was sent
     */
    record Known(AlignedOrder order) implements PartnerKnowledge {
        public Known {
            Objects.requireNonNull(order, "order");
        }
    }

    /**
     * The partner has a revision, and we do not know any more what it said: its stored content is gone.
     *
     * @param revision which one
     */
    record Unknown(Revision revision) implements PartnerKnowledge {
        public Unknown {
            Objects.requireNonNull(revision, "revision");
        }
    }
}
