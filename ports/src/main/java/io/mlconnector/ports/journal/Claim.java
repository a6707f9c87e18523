package io.mlconnector.ports.journal;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Worth;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to work on one document for a while. Every claim of a document has a higher epoch than the one before, so
 * a worker that was late cannot commit.
 *
 * @param id the document
 * @param epoch of this claim
 * @param connection short name of the connection
 * @param partner short name of the partner; empty if it is not known
 * @param type X12 transaction set
 * @param keys numbers by which people look for it
 * @param state where it stands
 * @param content hash of its present payload; empty if it has none
 * @param sequenceKey see {@link NewDocument}
 */
public record Claim(
        DocumentId id,
        long epoch,
        String connection,
        String partner,
        String type,
        BusinessKeys keys,
        FlowState state,
        Optional<ContentHash> content,
        Optional<String> sequenceKey) {

    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(sequenceKey, "sequenceKey");
    }

    /** The same claim of a document whose partner is known by now. */
    public Claim of(String known) {
        return new Claim(id, epoch, connection, known, type, keys, state, content, sequenceKey);
    }

    /** The same claim of a document of which is known by now what is at stake in it. */
    public Claim of(Worth known) {
        return new Claim(id, epoch, connection, partner, type, keys.worth(known), state, content, sequenceKey);
    }

    /** The same claim with the document's new state. */
    public Claim in(FlowState next) {
        return new Claim(id, epoch, connection, partner, type, keys, next, content, sequenceKey);
    }
}
