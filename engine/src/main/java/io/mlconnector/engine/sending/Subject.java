package io.mlconnector.engine.sending;

import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Optional;

/**
 * An outgoing document, as far as it matters for what is written of it.
 *
 * @param id its id
 * @param type X12 transaction set
 * @param partner short name of the partner; empty if it is not known
 * @param keys numbers by which people look for it
 * @param content hash of its present payload; empty if it has none
 */
public record Subject(DocumentId id, String type, String partner, BusinessKeys keys, Optional<ContentHash> content) {

    public static Subject of(Claim claim) {
        return new Subject(claim.id(), claim.type(), claim.partner(), claim.keys(), claim.content());
    }

    public static Subject of(DocumentRecord document) {
        return new Subject(document.id(), document.type(), document.partner(), document.keys(), document.content());
    }

    /** What it is about. */
    public OutgoingSubject about() {
        return OutgoingSubject.of(type);
    }
}
