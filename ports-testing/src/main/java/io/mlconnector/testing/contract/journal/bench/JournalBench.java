package io.mlconnector.testing.contract.journal.bench;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.testing.contract.SettableClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal under test with a name of its own for everything, because it may hold what other tests left there. */
public final class JournalBench {

    /** Of every invoice, unless a test says something else. */
    public static final Worth WORTH =
            new Worth(new BigDecimal("120.50"), "USD", Optional.of(LocalDate.parse("2026-04-01")));

    /** How long a claim lasts. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** The journal under test. */
    public final Journal journal;
    /** What the journal takes for the time. */
    public final SettableClock clock;

    /** Unique to this test. */
    public final String connection;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger lastId = new AtomicInteger();

    /** Around a journal that takes the time from this clock. */
    public JournalBench(Journal journal, SettableClock clock) {
        this.journal = journal;
        this.clock = clock;
        this.connection = "c-" + run;
    }

    /** The time that the journal sees. */
    public Instant now() {
        return clock.instant();
    }

    /** An id that nothing else has, greater than those before. */
    public DocumentId id() {
        return new DocumentId(String.format("%s-%05d", run, lastId.incrementAndGet()));
    }

    /** A key of this test alone. */
    public String key(String name) {
        return run + "|" + name;
    }

    /** A sequence of control numbers of this test alone. */
    public NumberSequence numbers(String receiver) {
        return new NumberSequence("ZZ:" + run, "ZZ:" + receiver);
    }

    /** A text as a payload. */
    public static Payload payload(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(hash(text), Payload.X12, bytes);
    }

    /** The hash of a text as a payload. */
    public static ContentHash hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new ContentHash(HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An entry of a history, at this time. */
    public HistoryEntry entry(String event) {
        return HistoryEntry.entry(now(), event, "It happened: " + event);
    }

    /** Some reason to stop. */
    public static Problem problem(String code) {
        return Problem.named(code, "it", "Something stands in the way: " + code);
    }

    /** An order that is to be announced. */
    public NewDocument order(String name) {
        return order(name, Optional.empty(), new SendingState.Announced(0));
    }

    /** An order of a sequence, in a state. */
    public NewDocument order(String name, Optional<String> sequence, SendingState state) {
        return order(connection, name, sequence, state);
    }

    /** An order of another connection than the test's own. */
    public NewDocument order(String of, String name, Optional<String> sequence, SendingState state) {
        return new NewDocument(
                id(),
                of,
                "acme",
                Direction.OUTBOUND,
                "850",
                Optional.of(key(name)),
                Optional.empty(),
                sequence.map(this::key),
                BusinessKeys.NONE.withOrder("usmf", name),
                Validity.PENDING,
                state,
                Optional.empty(),
                List.of(entry("announced")));
    }

    /** An invoice as it is received. */
    public NewDocument invoice(String name, String content) {
        return invoice(name, content, new InvoiceState.Received(Set.of(), 0));
    }

    /** An invoice that begins in a state. */
    public NewDocument invoice(String name, String content, FlowState state) {
        return invoice(name, content, state, Optional.of(WORTH));
    }

    /** An invoice that begins in a state and is worth something. */
    public NewDocument invoice(String name, String content, FlowState state, Optional<Worth> worth) {
        return new NewDocument(
                id(),
                connection,
                "acme",
                Direction.INBOUND,
                "810",
                Optional.of(key(name)),
                Optional.of(hash(content)),
                Optional.empty(),
                new BusinessKeys("usmf", "", "", name, "000000017", "17", "0001", "in.edi", worth),
                Validity.VALID,
                state,
                Optional.of(payload(content)),
                List.of(entry("received")));
    }

    /** A file that was taken now. */
    public NewFile file(String name, String state, boolean removeAfterwards, Optional<Problem> problem) {
        return new NewFile(
                id(),
                connection,
                "acme",
                "/download/acme",
                "remote-" + name,
                name,
                state,
                now(),
                payload("bytes of " + name),
                removeAfterwards,
                problem,
                List.of(entry("taken")));
    }

    /** Announces one order of this name and returns its id. */
    public DocumentId announced(String name) {
        return announced(order(name));
    }

    /** Announces a document and returns its id. */
    public DocumentId announced(NewDocument document) {
        List<DocumentId> fresh = await(journal.announce(List.of(document)));
        if (!fresh.equals(List.of(document.id()))) {
            throw new AssertionError("Not announced: " + document.id());
        }
        return document.id();
    }

    /** Another connection of this test. */
    public String connection(String name) {
        return connection + "-" + name;
    }

    /** Takes everything of this test's own connection that is due now. */
    public List<Claim> claimDue() {
        return await(claim("node-1", 1_000));
    }

    /** Takes documents of this test's own connection, at most so many. */
    public CompletionStage<List<Claim>> claim(String node, int most) {
        return journal.claim(node, Map.of(connection, most), LEASE, now());
    }

    /** Takes everything that is due now and returns the claim of one document. */
    public Claim claimed(DocumentId id) {
        return claimDue().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not due: " + id));
    }

    /** Changes a claimed document. */
    public Committed commit(Claim claim, Change change) {
        return await(journal.commit(claim, change, now(), LEASE));
    }

    /** The state, with nobody working on the document any more. */
    public Change rests(FlowState state) {
        return change(state, new Next.Rest());
    }

    /** The state, to be taken up after a time. */
    public Change waits(FlowState state, Duration time) {
        return change(state, new Next.TakeUp(now().plus(time)));
    }

    /** The state, with the work going on. */
    public Change goesOn(FlowState state) {
        return change(state, new Next.GoOn());
    }

    private Change change(FlowState state, Next next) {
        return new Change(state, next, List.of(entry("moved")), List.of());
    }

    /** A document that is there. */
    public DocumentRecord find(DocumentId id) {
        return await(journal.find(id)).orElseThrow(() -> new AssertionError("Not found: " + id));
    }

    /** The events of a history, in order. */
    public List<String> events(DocumentId id) {
        List<String> events = new ArrayList<>();
        await(journal.history(id))
                .forEach(recorded -> events.add(recorded.entry().event()));
        return events;
    }
}
