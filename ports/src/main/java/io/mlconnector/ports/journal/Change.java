package io.mlconnector.ports.journal;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one commit changes of a document. All of it happens, or nothing.
 *
 * @param state where it stands now
 * @param dueAt when it is to be taken up again; empty if it is worked on right now or rests
 * @param resting whether the claim ends: the document waits for {@code dueAt}, for a person, or for nothing
 * @param history what happened
 * @param payloads bytes that came up
 * @param content index into {@code payloads} of the document's new payload; -1 if it keeps its own
 * @param partner the partner, now that it is known; empty if nothing changes
 * @param type the transaction set, now that it is known; empty if nothing changes
 * @param keys the numbers, now that they are known; empty if nothing changes
 * @param jobKey the key of the write that is intended, unique in the journal; empty if nothing changes
 * @param acknowledgement what the partner said; empty if nothing changes. That an answer is awaited changes nothing either if one
 *     came before: a partner may be faster than the proof that his file arrived
 * @param validity whether a new content keeps the rules of its format; empty if nothing changes
 */
public record Change(
        FlowState state,
        Optional<Instant> dueAt,
        boolean resting,
        List<HistoryEntry> history,
        List<Payload> payloads,
        int content,
        Optional<String> partner,
        Optional<String> type,
        Optional<BusinessKeys> keys,
        Optional<String> jobKey,
        Optional<Acknowledgement> acknowledgement,
        Optional<Validity> validity) {

    public Change {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueAt, "dueAt");
        history = List.copyOf(history);
        payloads = List.copyOf(payloads);
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(jobKey, "jobKey");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        Objects.requireNonNull(validity, "validity");
    }

    /** The change that a decision asks for. */
    public static Change of(Decision decision) {
        Optional<Instant> due =
                decision.step() instanceof Step.WaitUntil(Instant until) ? Optional.of(until) : Optional.empty();
        boolean resting = decision.step() instanceof Step.WaitUntil || decision.step() instanceof Step.Rest;
        return new Change(
                decision.next(),
                due,
                resting,
                decision.history(),
                List.of(),
                -1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same change of a document on which nobody works then. */
    public Change unclaimed() {
        return new Change(
                state, dueAt, true, history, payloads, content, partner, type, keys, jobKey, acknowledgement, validity);
    }

    /** The same change with one more payload, which is not the document's own. */
    public Change with(Payload payload) {
        List<Payload> more = new ArrayList<>(payloads);
        more.add(payload);
        return new Change(
                state, dueAt, resting, history, more, content, partner, type, keys, jobKey, acknowledgement, validity);
    }

    /** The same change with the document's new payload. */
    public Change withContent(Payload payload) {
        List<Payload> more = new ArrayList<>(payloads);
        more.add(payload);
        return new Change(
                state,
                dueAt,
                resting,
                history,
                more,
                more.size() - 1,
                partner,
                type,
                keys,
                jobKey,
                acknowledgement,
                validity);
    }

    /** The same change with the partner and the transaction set. */
    public Change with(String newPartner, String newType) {
        return new Change(
                state,
                dueAt,
                resting,
                history,
                payloads,
                content,
                Optional.of(newPartner),
                Optional.of(newType),
                keys,
                jobKey,
                acknowledgement,
                validity);
    }

    /** The same change with new numbers. */
    public Change with(BusinessKeys newKeys) {
        return new Change(
                state,
                dueAt,
                resting,
                history,
                payloads,
                content,
                partner,
                type,
                Optional.of(newKeys),
                jobKey,
                acknowledgement,
                validity);
    }

    /** The same change with the key of the intended write. */
    public Change withJobKey(String newJobKey) {
        return new Change(
                state,
                dueAt,
                resting,
                history,
                payloads,
                content,
                partner,
                type,
                keys,
                Optional.of(newJobKey),
                acknowledgement,
                validity);
    }

    /** The same change with what the partner said. */
    public Change with(Acknowledgement newAcknowledgement) {
        return new Change(
                state,
                dueAt,
                resting,
                history,
                payloads,
                content,
                partner,
                type,
                keys,
                jobKey,
                Optional.of(newAcknowledgement),
                validity);
    }

    /** The same change with whether the new content keeps the rules of its format. */
    public Change with(Validity newValidity) {
        return new Change(
                state,
                dueAt,
                resting,
                history,
                payloads,
                content,
                partner,
                type,
                keys,
                jobKey,
                acknowledgement,
                Optional.of(newValidity));
    }
}
