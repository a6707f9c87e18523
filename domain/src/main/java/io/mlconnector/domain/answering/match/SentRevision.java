package io.mlconnector.domain.answering.match;

import io.mlconnector.domain.words.DocumentId;
import java.util.Objects;

/**
 * A revision of an order that may be what an answer is about.
 *
 * @param id of its document; a later document has a larger one
 * @param legalEntity the company whose order it is
 * @param type the transaction set that it is sent as, such as {@code 850}
 * @param mayHaveArrived whether the partner has it or may have it
 */
public record SentRevision(DocumentId id, String legalEntity, String type, boolean mayHaveArrived) {

    public SentRevision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(legalEntity, "legalEntity");
        Objects.requireNonNull(type, "type");
    }
}
