package io.mlconnector.domain.answering;

import io.mlconnector.domain.words.Acknowledgement;
import java.util.Optional;

/** What a vendor's answer to an order comes to. */
public enum ResponseResult {
    /** Everything as ordered. */
    ACCEPTED,
    /** Everything, but not as ordered: another quantity, price, date or item. */
    CHANGED,
    /** Some lines will not be delivered. */
    PARTLY_REJECTED,
    /** Nothing will be delivered. */
    REJECTED,
    /** The vendor has not decided yet. */
    PENDING;

    /** The word under which people find the order; empty if nothing is decided. */
    public Optional<Acknowledgement> acknowledgement() {
        return switch (this) {
            case ACCEPTED -> Optional.of(Acknowledgement.ACCEPTED);
            case CHANGED, PARTLY_REJECTED -> Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS);
            case REJECTED -> Optional.of(Acknowledgement.REJECTED);
            case PENDING -> Optional.empty();
        };
    }
}
