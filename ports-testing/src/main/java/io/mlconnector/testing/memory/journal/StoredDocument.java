package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.JobRule;
import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One document of the journal and who works on it. Guarded by the journal's lock. */
final class StoredDocument {

    private final NewDocument entered;
    private final Optional<DocumentId> file;
    private final Optional<DocumentId> duplicateOf;
    private final Instant createdAt;

    private FlowState state;
    private String partner;
    private String type;
    private BusinessKeys keys;
    private String searchText;
    private Optional<ContentHash> content;
    private Optional<String> jobKey = Optional.empty();
    private Acknowledgement acknowledgement = Acknowledgement.NONE;
    private Validity validity;
    private Instant changedAt;
    private Instant since;

    /** The cause for which it stood still last, and since when; empty once it has come to its end. */
    private String stoodFor = "";

    private Instant stoodSince;
    private Attention attention = Attention.NONE;

    /** From when on it may be taken; empty while it is claimed and when it rests for good. */
    private Optional<Instant> dueAt;

    /** Whether {@code dueAt} was named by a rest. */
    private boolean waits;

    /** Until when somebody has it; empty if nobody has. */
    private Optional<Instant> claimedUntil = Optional.empty();

    private String claimedBy = "";

    private long epoch;
    private int attempts;

    StoredDocument(
            NewDocument entered,
            FlowState state,
            Optional<DocumentId> file,
            Optional<DocumentId> duplicateOf,
            Instant createdAt) {
        this.entered = entered;
        this.state = state;
        this.file = file;
        this.duplicateOf = duplicateOf;
        this.createdAt = createdAt;
        this.partner = entered.partner();
        this.type = entered.type();
        this.keys = entered.keys();
        this.searchText = entered.searchText();
        this.validity = entered.validity();
        this.content = entered.content().map(payload -> payload.hash());
        this.changedAt = createdAt;
        this.since = createdAt;
        this.stoodSince = createdAt;
        if (state.condition() == Condition.HELD || state.condition() == Condition.FAILED) {
            this.stoodFor = cause();
        }
        this.dueAt = state.condition().settled() ? Optional.empty() : Optional.of(createdAt);
    }

    StoredDocument copy() {
        StoredDocument copy = new StoredDocument(entered, state, file, duplicateOf, createdAt);
        copy.partner = partner;
        copy.type = type;
        copy.keys = keys;
        copy.searchText = searchText;
        copy.content = content;
        copy.jobKey = jobKey;
        copy.acknowledgement = acknowledgement;
        copy.validity = validity;
        copy.changedAt = changedAt;
        copy.since = since;
        copy.stoodFor = stoodFor;
        copy.stoodSince = stoodSince;
        copy.attention = attention;
        copy.dueAt = dueAt;
        copy.waits = waits;
        copy.claimedUntil = claimedUntil;
        copy.claimedBy = claimedBy;
        copy.epoch = epoch;
        copy.attempts = attempts;
        return copy;
    }

    DocumentId id() {
        return entered.id();
    }

    String connection() {
        return entered.connection();
    }

    Direction direction() {
        return entered.direction();
    }

    Optional<String> sequenceKey() {
        return entered.sequenceKey();
    }

    Repetition.Earlier asEarlier() {
        return new Repetition.Earlier(id(), entered.fingerprint(), state);
    }

    Optional<DocumentId> file() {
        return file;
    }

    Instant createdAt() {
        return createdAt;
    }

    FlowState state() {
        return state;
    }

    /** Whether it is done and all the same has something due, such as attachments of a posted invoice. */
    boolean followedUp() {
        return state.condition() == Condition.DONE && takeableAt().isPresent();
    }

    boolean settled() {
        return state.condition().settled();
    }

    /** The key of its write, as long as that keeps others from having it. */
    Optional<String> heldJobKey() {
        return jobKeyIn(state.condition());
    }

    /** The key that it would keep from others in this condition. */
    Optional<String> jobKeyIn(Condition condition) {
        return condition == Condition.DISCARDED || condition == Condition.DUPLICATE ? Optional.empty() : jobKey;
    }

    /** From when on it can be taken: it is due then, or its claim runs out; empty if never. */
    Optional<Instant> takeableAt() {
        return claimedUntil.or(() -> dueAt);
    }

    boolean claimedAt(Instant now) {
        return claimedUntil.map(now::isBefore).orElse(false);
    }

    boolean has(Claim claim) {
        return claimedUntil.isPresent() && epoch == claim.epoch();
    }

    Claim claim(String node, Instant until) {
        claimedBy = node;
        epoch++;
        attempts++;
        claimedUntil = Optional.of(until);
        dueAt = Optional.empty();
        waits = false;
        return new Claim(id(), epoch, entered.connection(), partner, type, keys, state, content, entered.sequenceKey());
    }

    boolean claimedBy(String node) {
        return claimedUntil.isPresent() && claimedBy.equals(node);
    }

    void renew(Instant until) {
        claimedUntil = Optional.of(until);
    }

    /** Due at once if it waits for its time and nobody works on it. */
    boolean wake(Instant now) {
        boolean waiting = waits
                && state.condition() == Condition.MOVING
                && claimedUntil.isEmpty()
                && dueAt.filter(now::isBefore).isPresent();
        if (waiting) {
            dueAt = Optional.of(now);
        }
        return waiting;
    }

    void endClaim(Instant now) {
        claimedUntil = Optional.empty();
        dueAt = Optional.of(now);
    }

    void change(Change change, Instant now, Duration lease) {
        take(change, now);
        switch (change.next()) {
            case Next.GoOn ignored -> claimedUntil = Optional.of(now.plus(lease));
            case Next.TakeUp(Instant at) -> rest(Optional.of(at));
            case Next.Rest ignored -> rest(Optional.empty());
        }
    }

    /** A person moved it: whoever still believed to have it is too late. */
    void move(Change change, Instant now) {
        take(change, now);
        epoch++;
        switch (change.next()) {
            case Next.GoOn ignored -> {
                rest(Optional.of(now));
                waits = false;
            }
            case Next.TakeUp(Instant at) -> rest(Optional.of(at));
            case Next.Rest ignored -> rest(Optional.empty());
        }
    }

    private void rest(Optional<Instant> until) {
        claimedUntil = Optional.empty();
        dueAt = until;
        waits = until.isPresent();
    }

    private String cause() {
        return state.reason().map(Problem::causeKey).orElse("");
    }

    /** Whether something begins anew compared with what it did before. */
    private void stands(Condition before, String causeBefore, Acknowledgement saidBefore) {
        Condition condition = state.condition();
        if (condition == before && cause().equals(causeBefore) && acknowledgement == saidBefore) {
            return;
        }
        since = changedAt;
        if (condition == Condition.HELD || condition == Condition.FAILED) {
            since = stoodFor.equals(cause()) ? stoodSince : changedAt;
            stoodFor = cause();
            stoodSince = since;
        } else if (condition != Condition.MOVING && condition != Condition.UNKNOWN) {
            stoodFor = "";
        }
    }

    private void take(Change change, Instant now) {
        Condition before = state.condition();
        String causeBefore = cause();
        Acknowledgement saidBefore = acknowledgement;
        state = change.state();
        change.amendments().forEach(this::amend);
        if (JobRule.givenUp(state)) {
            jobKey = Optional.empty();
        }
        changedAt = now;
        stands(before, causeBefore, saidBefore);
    }

    private void amend(Amendment amendment) {
        switch (amendment) {
            case Amendment.KeptPayload ignored -> {}
            case Amendment.NewContent(Payload payload) -> content = Optional.of(payload.hash());
            case Amendment.Exchange exchange -> {
                partner = exchange.partner();
                type = exchange.type();
            }
            case Amendment.Numbers numbers -> keys = numbers.keys();
            case Amendment.SearchText(String text) -> searchText = text;
            case Amendment.Job job -> jobKey = Optional.of(job.key());
            case Amendment.Answer answer -> {
                if (answer.acknowledgement() != Acknowledgement.AWAITED || acknowledgement == Acknowledgement.NONE) {
                    acknowledgement = answer.acknowledgement();
                }
            }
            case Amendment.Validity said -> validity = said.validity();
        }
    }

    void attend(Attention other, Instant now) {
        attention = other;
        changedAt = now;
    }

    /** Whoever acts on a document has seen it. */
    void wakened() {
        attention = attention.until(Optional.empty());
    }

    void note(Optional<Acknowledgement> said, Instant now) {
        Acknowledgement saidBefore = acknowledgement;
        acknowledgement = said.orElse(acknowledgement);
        changedAt = now;
        stands(state.condition(), cause(), saidBefore);
    }

    /** What people may look for in it besides its numbers. */
    String searchText() {
        return searchText;
    }

    /** The document that it repeats, as long as it is a duplicate. */
    private Optional<DocumentId> repeated() {
        return state.condition() == Condition.DUPLICATE ? state.duplicateOf().or(() -> duplicateOf) : Optional.empty();
    }

    DocumentRecord record() {
        Condition condition = state.condition() == Condition.MOVING && waits ? Condition.WAITING : state.condition();
        return new DocumentRecord(
                id(),
                entered.connection(),
                partner,
                entered.direction(),
                type,
                keys,
                condition,
                state.stage(),
                validity,
                acknowledgement,
                state.reason(),
                state,
                content,
                file,
                repeated(),
                attempts,
                waits ? dueAt : Optional.empty(),
                createdAt,
                changedAt,
                since,
                attention);
    }
}
