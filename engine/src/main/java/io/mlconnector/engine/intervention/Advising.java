package io.mlconnector.engine.intervention;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.sending.AdviceTrial;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A person tells a partner by an 824 what is wrong with a document of his (reference x12, section 8). The same words about
 * the same document go out once, however often somebody asks for them.
 */
public final class Advising {

    private final Engine engine;
    private final Journal reading;
    private final List<Connection> connections;

    /** With this engine's journal. */
    public Advising(Engine engine) {
        this(engine, engine.journal());
    }

    /**
     * With this engine's journal.
     *
     * @param reading the same journal, from which the document is read
     */
    public Advising(Engine engine, Journal reading) {
        this(engine, reading, List.of());
    }

    /**
     * The same, over connections whose partners are known: what cannot be written for them is refused at once.
     *
     * @param reading the same journal, from which the document is read
     */
    public Advising(Engine engine, Journal reading, List<Connection> connections) {
        this.engine = engine;
        this.connections = List.copyOf(connections);
        this.reading = reading;
    }

    /**
     * What is to be said.
     *
     * @param verdict data element 110, such as {@code TR} for rejected or {@code TE} for accepted with error
     * @param code data element 647, such as {@code 010} for a total out of balance
     * @param text in words
     */
    public record Words(String verdict, String code, String text) {
        /**
         * Checks what an 824 can hold.
         *
         * @throws IllegalArgumentException with a sentence that says what is wrong
         */
        public Words {
            verdict = verdict.strip().toUpperCase(Locale.ROOT);
            code = code.strip().toUpperCase(Locale.ROOT);
            text = text.strip();
            if (!verdict.matches("T[ACEPRH]")) {
                throw new IllegalArgumentException("The verdict is TA, TC, TE, TP, TR or TH, not \"" + verdict + "\"");
            }
            if (!code.matches("[A-Z0-9]{1,3}")) {
                throw new IllegalArgumentException("The code has one to three letters or digits (data element 647)");
            }
            if (text.isEmpty()) {
                throw new IllegalArgumentException("Say in words what is wrong");
            }
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /** It will go out. */
        record Announced(DocumentId advice) implements Result {}

        /** The same was said before. */
        record SaidBefore() implements Result {}

        /** It cannot be said. */
        record Refused(String why) implements Result {}
    }

    /** Announces an 824 about a received document. */
    public Future<Result> advise(DocumentId about, Words words, String who) {
        return engine.onContext(reading.find(about)).compose(found -> {
            if (found.isEmpty()) {
                return refused("There is no document " + about + ".");
            }
            DocumentRecord document = found.get();
            if (document.direction() != Direction.INBOUND || document.partner().isEmpty()) {
                return refused("An 824 answers what a partner sent; document " + about + " is no such thing.");
            }
            return stored(document)
                    .compose(set -> set.isEmpty()
                            ? refused("What document " + about + " says is not stored any more.")
                            : announce(
                                    document,
                                    set.get(),
                                    new Said(
                                            words.verdict(),
                                            List.of(new Remark(words.code(), words.text(), "", "", "")),
                                            String.join("/", words.verdict(), words.code(), words.text()),
                                            words.verdict() + " " + words.code() + " " + words.text(),
                                            who)));
        });
    }

    /** What a document says; empty if it is not stored any more. */
    public Future<Optional<ReceivedSet>> stored(DocumentRecord document) {
        return document.content()
                .map(hash -> engine.onContext(reading.payload(hash)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(payload -> payload.map(there -> engine.storedForm().readSet(there.bytes())));
    }

    /**
     * Announces an 824 that nobody asked for, as agreed with the partner.
     *
     * @param document an inbound one, of a known partner
     * @param set what it says
     * @param reasons codes of the problems for which it is sent: each of them is told of once
     * @param remarks what is wrong with it; at least one
     */
    public Future<Result> advise(DocumentRecord document, ReceivedSet set, Set<String> reasons, List<Remark> remarks) {
        return announce(
                document,
                set,
                new Said(
                        "TR",
                        remarks,
                        "automatic/" + String.join("/", new TreeSet<>(reasons)),
                        "TR "
                                + remarks.stream()
                                        .map(remark -> remark.code() + " " + remark.text())
                                        .collect(Collectors.joining(" ")),
                        HistoryEntry.DAEMON));
    }

    /**
     * What an 824 says.
     *
     * @param key what makes it the same as another about the document
     * @param told for the history
     */
    private record Said(String verdict, List<Remark> remarks, String key, String told, String who) {}

    private Optional<TradingPartner> partner(DocumentRecord document) {
        return connections.stream()
                .filter(connection -> connection.id().equals(document.connection()))
                .findFirst()
                .flatMap(connection -> connection.partners().named(new PartnerId(document.partner())));
    }

    private Future<Result> announce(DocumentRecord document, ReceivedSet set, Said words) {
        Instant now = engine.clock().instant();
        DocumentId id = engine.ids().next();
        BusinessKeys keys = document.keys();
        boolean invoice = !keys.invoiceNumber().isEmpty();
        String number = invoice ? keys.invoiceNumber() : set.reference().transactionSetNumber();
        ApplicationAdvice advice = new ApplicationAdvice(
                "11",
                id.text(),
                Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                List.of(new AdvisedDocument(
                        words.verdict(),
                        invoice ? "IV" : "TN",
                        number,
                        set.reference().groupNumber(),
                        set.reference().transactionSetNumber(),
                        set.reference().transactionSetId(),
                        keys.orderNumber().isEmpty() ? Map.of() : Map.of("PO", keys.orderNumber()),
                        words.remarks())));
        Optional<String> unwritable =
                partner(document).flatMap(partner -> AdviceTrial.unwritable(advice, partner, engine.codec(), now));
        if (unwritable.isPresent()) {
            return refused("Nothing was announced. " + unwritable.get());
        }
        Payload content = Hashes.payload(Payload.JSON, engine.storedForm().write(advice));
        String about = "an 824 about " + set.reference().transactionSetId() + " " + number;
        String said = (words.who().equals(HistoryEntry.DAEMON)
                        ? "The partner is told, as agreed, by " + about
                        : words.who() + " asked for " + about)
                + ": " + words.told();
        NewDocument announced = new NewDocument(
                id,
                document.connection(),
                document.partner(),
                Direction.OUTBOUND,
                "824",
                Optional.of(String.join("/", "advice", document.id().text(), words.key())),
                Optional.empty(),
                Optional.empty(),
                new BusinessKeys("", keys.orderNumber(), "", keys.invoiceNumber(), "", "", "", "", Optional.empty()),
                Validity.VALID,
                new SendingState.Announced(0),
                Optional.of(content),
                List.of(new HistoryEntry(now, words.who(), "announced", said, Map.of(), List.of(content.hash()))));
        return engine.onContext(engine.journal().announce(List.of(announced)))
                .compose(entered -> entered.isEmpty()
                        ? Future.succeededFuture(new Result.SaidBefore())
                        : engine.onContext(engine.journal()
                                        .note(
                                                document.id(),
                                                new HistoryEntry(
                                                        now,
                                                        words.who(),
                                                        "advised",
                                                        said + " (document " + id + ")",
                                                        Map.of("advice", id.text()),
                                                        List.of()),
                                                List.of(),
                                                Optional.empty()))
                                .map(ignored -> new Result.Announced(id)));
    }

    private static Future<Result> refused(String why) {
        return Future.succeededFuture(new Result.Refused(why));
    }
}
