package io.mlconnector.ports.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The documents on their way: entered, claimed, changed. See {@link Journal} for what every method promises. */
public interface DocumentFlows {

    /**
     * Enters documents that are not there yet; those whose dedupe key is there already are left alone, unless both have
     * fingerprints that differ: such a one is held, once for each content.
     *
     * @return the ids of the new ones
     */
    CompletionStage<List<DocumentId>> announce(List<NewDocument> documents);

    /**
     * Takes documents that are due: never claimed, their time has come, or their claim ran out. Of documents with one
     * sequence key only the oldest that is not settled is taken. Each connection is a lane of its own: what is due or
     * under way in one takes no place from another, and documents of a connection that is not named are left alone.
     *
     * @param node who works on them
     * @param free at most so many documents of each connection, those that are due longest first; by the connection's
     *     id, none negative; may be empty, then nothing is taken
     * @param lease how long the claim lasts unless a commit renews it
     * @param now the time
     * @throws IllegalArgumentException if a number is negative
     */
    CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now);

    /**
     * How many documents nobody brings forward, because their connection is none of these: those that are not settled,
     * whether or not they are due.
     *
     * @param connections ids of the connections that are in use
     * @return by the id of the connection, only numbers above 0
     */
    CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections);

    /**
     * Changes a claimed document. A change that does not rest renews the claim.
     *
     * @param now the time
     * @param lease how long the renewed claim lasts
     */
    CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease);

    /**
     * The same, with control numbers that nobody else has or will have. Both happen in one transaction: no number is
     * taken without the change that uses it.
     *
     * @param sequence from which the numbers come
     * @param change computed from the numbers, once; pure; empty if there is none to make after all
     */
    CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease);

    /**
     * Keeps claims that are still ours: as long as their process is alive, nobody else takes their documents.
     *
     * @param now the time
     * @param lease how long they last from now on
     */
    CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease);

    /**
     * Ends every claim of a node: at its start, because whatever it had in hand was left by its own predecessor.
     *
     * @return how many there were
     */
    CompletionStage<Integer> takeOver(String node);

    /**
     * Makes every document of a connection that waits for its time due at once: what it waited for works again. A document in
     * doubt is left alone, because it was asked for at the times that prove something.
     *
     * @param now the time
     * @return how many there were
     */
    CompletionStage<Integer> wake(String connection, Instant now);

    /** The document whose job this is, if one has it; see {@link Amendment.Job}. */
    CompletionStage<Optional<DocumentId>> jobOwner(String jobKey);

    /**
     * A person intervenes. The decision is made on the state that is then stored, under the document's lock; a
     * document on which somebody works right now is left alone. The change may bring payloads and a new content; one that
     * does not rest makes the document due at once.
     *
     * @param decide empty if the state does not allow it; pure. An IllegalStateException of it fails the stage as it is, and nothing is
     *     changed
     * @return the document afterwards; empty if there is none, somebody works on it, or {@code decide} said no
     */
    CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide);

    /**
     * Writes down something about a document without changing its place, such as what the partner answered to it.
     *
     * @param acknowledgement empty if nothing changes
     */
    CompletionStage<Void> note(
            DocumentId id,
            HistoryEntry entry,
            List<Payload> payloads,
            Optional<io.mlconnector.domain.words.Acknowledgement> acknowledgement);

    /**
     * A person says who looks after a document, or when it is to be looked at again, or says something of it. Nobody who works
     * on it is disturbed.
     *
     * @param decide what it is from now on, by the document that is then stored, under its lock; pure. An IllegalStateException of it
     *     fails the stage as it is, and nothing is changed
     * @param entry what the history tells of it
     * @return the document afterwards; empty if there is none
     */
    CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, Function<DocumentRecord, Attention> decide, HistoryEntry entry);

    /**
     * The time in which the partner should have answered is over. An answer that came meanwhile counts.
     *
     * @return whether it is overdue now: its answer is still awaited
     */
    CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry);
}
