package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import java.time.Instant;
import java.util.Optional;

/**
 * A document as people and programs see it.
 *
 * @param id its id
 * @param connection short name of the connection
 * @param partner short name of the partner; empty if it is not known
 * @param direction which way it goes
 * @param type X12 transaction set
 * @param keys numbers by which people look for it
 * @param condition how it is doing
 * @param stage how far it has come
 * @param validity whether it keeps the rules of its format
 * @param acknowledgement what the partner said
 * @param reason why it stands still; empty while it moves
 * @param state its full state
 * @param content its present payload; empty if it has none
 * @param file the file it came in; empty on outbound documents
 * @param duplicateOf the document that it repeats; empty if it is none
 * @param attempts how often it was taken up
 * @param nextAttemptAt when it is taken up again; empty unless it waits
 * @param createdAt when it entered the journal
 * @param changedAt when it last changed, be it by a comment
 * @param since since when it is doing what it does; where it stands still, since it first did so for this cause
 * @param attention who looks after it, and when
 */
public record DocumentRecord(
        DocumentId id,
        String connection,
        String partner,
        Direction direction,
        String type,
        BusinessKeys keys,
        Condition condition,
        Stage stage,
        Validity validity,
        Acknowledgement acknowledgement,
        Optional<Problem> reason,
        FlowState state,
        Optional<ContentHash> content,
        Optional<DocumentId> file,
        Optional<DocumentId> duplicateOf,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Instant createdAt,
        Instant changedAt,
        Instant since,
        Attention attention) {

    /** The type of what keeps bytes of a file that belong to no transaction set. */
    public static final String UNREAD = "unread";
}
