package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntries;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that enters the journal.
 *
 * @param id chosen by the caller
 * @param connection short name of the connection
 * @param partner short name of the partner; empty if it is not known
 * @param direction which way it goes
 * @param type X12 transaction set, such as {@code 850}
 * @param dedupeKey under which it exists once; empty for documents that are kept only
 * @param fingerprint tells a repeated document from another one under the same key; empty if there is none
 * @param sequenceKey documents with the same key run one after another, oldest first; empty if the order is free
 * @param keys numbers by which people look for it
 * @param searchText what people may look for in it besides, as {@code domain.search} makes it; empty if nothing is known
 * @param validity whether it keeps the rules of its format
 * @param state where it begins
 * @param content its payload, such as the decoded invoice; empty if there is none yet
 * @param history what is known at the beginning; at least one entry, kept by {@link HistoryEntries#bounded}
 */
public record NewDocument(
        DocumentId id,
        String connection,
        String partner,
        Direction direction,
        String type,
        Optional<String> dedupeKey,
        Optional<ContentHash> fingerprint,
        Optional<String> sequenceKey,
        BusinessKeys keys,
        String searchText,
        Validity validity,
        FlowState state,
        Optional<Payload> content,
        List<HistoryEntry> history) {

    public NewDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(dedupeKey, "dedupeKey");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(sequenceKey, "sequenceKey");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(searchText, "searchText");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(content, "content");
        history = HistoryEntries.bounded(history);
    }

    /** One of which nothing is known but its numbers. */
    public NewDocument(
            DocumentId id,
            String connection,
            String partner,
            Direction direction,
            String type,
            Optional<String> dedupeKey,
            Optional<ContentHash> fingerprint,
            Optional<String> sequenceKey,
            BusinessKeys keys,
            Validity validity,
            FlowState state,
            Optional<Payload> content,
            List<HistoryEntry> history) {
        this(
                id,
                connection,
                partner,
                direction,
                type,
                dedupeKey,
                fingerprint,
                sequenceKey,
                keys,
                "",
                validity,
                state,
                content,
                history);
    }

    /** The same with what people may look for in it. */
    public NewDocument foundBy(String text) {
        return new NewDocument(
                id,
                connection,
                partner,
                direction,
                type,
                dedupeKey,
                fingerprint,
                sequenceKey,
                keys,
                text,
                validity,
                state,
                content,
                history);
    }

    /** What the rule for repeated documents needs to know of it. */
    public Repetition.Arriving arriving() {
        return new Repetition.Arriving(id, fingerprint, state);
    }

    /** The key under which it is entered if another document has its dedupe key with other content; empty without a fingerprint. */
    public Optional<String> otherContentKey() {
        return dedupeKey.flatMap(key -> fingerprint.map(content -> DedupeKeys.ofOtherContent(key, content)));
    }

    /**
     * As it enters if it is announced under a dedupe key that another document has.
     *
     * @param earlier that one
     * @return held, under a key of its own; empty if it is not entered
     */
    public Optional<NewDocument> ofOtherContent(Repetition.Earlier earlier, Instant now) {
        return Repetition.ofAnnounced(arriving(), earlier, now).map(clash -> {
            List<HistoryEntry> all = new ArrayList<>(history);
            all.add(clash.entry());
            return new NewDocument(
                    id,
                    connection,
                    partner,
                    direction,
                    type,
                    otherContentKey(),
                    fingerprint,
                    sequenceKey,
                    keys,
                    searchText,
                    validity,
                    clash.state(),
                    content,
                    all);
        });
    }
}
