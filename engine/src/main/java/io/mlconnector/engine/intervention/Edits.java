package io.mlconnector.engine.intervention;

import io.mlconnector.domain.correction.CorrectedSet;
import io.mlconnector.domain.correction.CorrectionFault;
import io.mlconnector.domain.correction.CorrectionRules;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.invoicing.InvoiceInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.search.InvoiceSearchText;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.LastEdit;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Edited payloads: an invoice of which F&O certainly has nothing, or an order file that certainly was not sent. The original
 * is kept, and what differs is stored beside it.
 */
public final class Edits {

    /** What stands in the history of a document whose payload was edited. */
    public static final String EVENT = LastEdit.EVENT;

    /** The detail of that entry that names what differs. */
    public static final String DIFFERENCE = "difference";

    private static final String EDITED = LastEdit.EDITED;

    /** Larger payloads are read on a worker thread. */
    private static final int LARGE = 64 * 1024;

    /** Position of the order number in BEG and in BCH. */
    private static final int ORDER_NUMBER = 3;

    private final Engine engine;

    /** On this engine's journal. */
    public Edits(Engine engine) {
        this.engine = engine;
    }

    /**
     * Reads edited bytes and compares them with what they are to replace. Changes nothing.
     *
     * @param bytes X12 with one interchange and one transaction set
     */
    public Future<Edit> read(DocumentId id, byte[] bytes) {
        return engine.onContext(engine.journal().find(id)).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(new Edit.Missing());
            }
            DocumentRecord document = found.get();
            HistoryEntry nobody = HistoryEntry.entry(engine.clock().instant(), EVENT, "Read");
            return switch (document.state().progress()) {
                case InvoiceState ignored ->
                    InvoiceInterventions.resubmit(document.state(), nobody) instanceof Replay.Refused(String why)
                            ? Future.succeededFuture(new Edit.Refused(why))
                            : invoice(document, bytes);
                case SendingState place -> order(document, place, bytes, nobody);
                default ->
                    Future.succeededFuture(new Edit.Refused("Nothing is done with this document, so there is nothing to"
                            + " correct. Ask the partner for a corrected file."));
            };
        });
    }

    /**
     * The bytes that a person edits: what the last edit left, or the document as it was received or written, alone in its
     * envelope.
     *
     * @return empty if there is no such document, or it has no X12 that could be edited
     */
    public Future<Optional<Payload>> current(DocumentId id) {
        return engine.onContext(engine.journal().find(id))
                .compose(found -> found.map(this::current).orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Payload>> current(DocumentRecord document) {
        return switch (document.state().progress()) {
            case InvoiceState ignored ->
                received(document)
                        .compose(known -> original(document)
                                .compose(original -> beside(
                                        original.bytes().length,
                                        () -> alone(known.map(ReceivedSet::reference), original))));
            case SendingState place ->
                place.written()
                        .filter(file -> file.numbers().isPresent())
                        .map(file -> engine.onContext(engine.journal().payload(file.content())))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
            default -> Future.succeededFuture(Optional.empty());
        };
    }

    private Optional<Payload> alone(Optional<EnvelopeReference> known, Payload file) {
        if (file.bytes().length == 0) {
            return Optional.empty();
        }
        List<DecodedDocument> sets = engine.codec().decode(file.bytes()).documents();
        return sets.size() < 2
                ? Optional.of(file)
                : Optional.of(sets.stream()
                        .filter(set -> known.map(set.reference()::equals).orElse(false) && set.length() > 0)
                        .findFirst()
                        .map(set -> Hashes.payload(Payload.X12, SingleSet.of(file.bytes(), set.offset(), set.length())))
                        .orElse(file));
    }

    private Future<Edit> invoice(DocumentRecord document, byte[] bytes) {
        return received(document)
                .compose(known -> original(document)
                        .compose(original -> onWorker(
                                original.bytes().length + bytes.length,
                                () -> invoice(document, known.map(ReceivedSet::reference), original, bytes))));
    }

    private Edit invoice(DocumentRecord document, Optional<EnvelopeReference> known, Payload original, byte[] bytes) {
        DecodedFile file = engine.codec().decode(bytes);
        Optional<CorrectionFault> wrong = CorrectionRules.ofInvoice(known, file.problems(), sets(file, bytes));
        if (wrong.isPresent()) {
            return new Edit.Unusable(wrong.get());
        }
        DecodedDocument set = file.documents().getFirst();
        if (!(set.content() instanceof Content.Invoice(VendorInvoice invoice))) {
            return new Edit.Unusable(new CorrectionFault("The edited 810 cannot be read as an invoice.", List.of()));
        }
        EnvelopeReference reference = set.reference();
        ReceivedSet edited = ReceivedSet.ofInvoice(reference, invoice, set.problems());
        return new Edit.OfInvoice(
                original.hash(),
                Hashes.payload(Payload.X12, bytes),
                difference(segments(original, known), Segments.ofSet(bytes, set.offset(), set.length())),
                document.content(),
                edited,
                keys(document, edited, invoice));
    }

    private Future<Edit> onWorker(int size, Supplier<Edit> work) {
        return beside(size, work);
    }

    /** Long reading is done beside the loop. */
    private <T> Future<T> beside(int size, Supplier<T> work) {
        return size < LARGE ? Future.succeededFuture(work.get()) : engine.loop().beside(work::get);
    }

    private static BusinessKeys keys(DocumentRecord document, ReceivedSet set, VendorInvoice invoice) {
        return new BusinessKeys(
                document.keys().legalEntity(),
                invoice.orderNumber().orElse(""),
                "",
                invoice.number(),
                set.reference().interchangeNumber(),
                set.reference().groupNumber(),
                set.reference().transactionSetNumber(),
                document.keys().fileName(),
                Optional.of(Worth.of(invoice)));
    }

    private Future<Optional<ReceivedSet>> received(DocumentRecord document) {
        return document.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload ->
                                payload.map(stored -> engine.storedForm().readSet(stored.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** The bytes as they are now: of the last edit, or of the file in which the document came. */
    private Future<Payload> original(DocumentRecord document) {
        return engine.onContext(engine.journal().history(document.id()))
                .compose(history -> LastEdit.of(
                                history.stream().map(RecordedEntry::entry).toList())
                        .map(hash -> Future.succeededFuture(Optional.of(hash)))
                        .orElseGet(() -> document.file()
                                .map(file -> engine.onContext(engine.journal().file(file))
                                        .map(found -> found.map(record -> record.content())))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))))
                .compose(hash -> hash.map(known -> engine.onContext(
                                        engine.journal().payload(known))
                                .map(stored -> stored.orElse(new Payload(known, Payload.BYTES, new byte[0]))))
                        .orElseGet(() -> Future.succeededFuture(Hashes.payload(Payload.BYTES, new byte[0]))));
    }

    /** The segments of the set with this reference; nothing if it is not there. */
    private List<String> segments(Payload file, Optional<EnvelopeReference> reference) {
        return engine.codec().decode(file.bytes()).documents().stream()
                .filter(set -> reference.map(set.reference()::equals).orElse(false) && set.length() > 0)
                .findFirst()
                .map(set -> Segments.ofSet(file.bytes(), set.offset(), set.length()))
                .orElse(List.of());
    }

    private Future<Edit> order(DocumentRecord document, SendingState state, byte[] bytes, HistoryEntry nobody) {
        OutgoingSubject subject = OutgoingSubject.of(document.type());
        Optional<OutboundFile> written = state.written();
        if (written.isEmpty()) {
            return Future.succeededFuture(new Edit.Refused(SendingInterventions.notWritten(subject)));
        }
        OutboundFile file = written.get();
        if (SendingInterventions.resubmit(document.state(), subject, file, nobody)
                instanceof Replay.Refused(String why)) {
            return Future.succeededFuture(new Edit.Refused(why));
        }
        if (file.numbers().isEmpty()) {
            return Future.succeededFuture(new Edit.Refused(
                    "The file is in the neutral format, which nothing here can check. Correct the order in F&O and confirm"
                            + " it again."));
        }
        return engine.onContext(engine.journal().payload(file.content()))
                .compose(payload -> payload.isEmpty()
                        ? Future.succeededFuture(new Edit.Refused(SendingInterventions.contentMissing(subject, file)
                                .message()))
                        : onWorker(
                                payload.get().bytes().length + bytes.length, () -> edited(file, payload.get(), bytes)));
    }

    private Edit edited(OutboundFile file, Payload original, byte[] bytes) {
        DecodedFile decoded = engine.codec().decode(bytes);
        Optional<CorrectedSet> before = sets(engine.codec().decode(original.bytes()), original.bytes()).stream()
                .findFirst();
        Optional<CorrectionFault> wrong = CorrectionRules.ofOrder(
                file.name(), before, decoded.problems(), sets(decoded, bytes), file.transactionSetId());
        if (wrong.isPresent()) {
            return new Edit.Unusable(wrong.get());
        }
        Payload edited = Hashes.payload(Payload.X12, bytes);
        return new Edit.OfOrder(
                original.hash(),
                edited,
                difference(Segments.ofInterchange(original.bytes()), Segments.ofInterchange(bytes)),
                new OutboundFile(
                        file.folder(),
                        file.name(),
                        edited.hash(),
                        bytes.length,
                        file.transactionSetId(),
                        file.numbers()));
    }

    private static Payload difference(List<String> before, List<String> after) {
        return Hashes.payload(Payload.TEXT, Segments.difference(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private static List<CorrectedSet> sets(DecodedFile file, byte[] bytes) {
        List<String> segments = Segments.ofInterchange(bytes);
        String begin = Segments.element(segments, "BEG", ORDER_NUMBER);
        String number = begin.isEmpty() ? Segments.element(segments, "BCH", ORDER_NUMBER) : begin;
        return file.documents().stream()
                .map(set -> new CorrectedSet(set.reference(), number, set.usable(), set.problems()))
                .toList();
    }

    /** What would become of the document with the edited bytes. Changes nothing. */
    public Future<Forecast> forecast(Forecasts forecasts, DocumentId id, Edit.Usable edit) {
        return engine.onContext(engine.journal().find(id))
                .map(Optional::orElseThrow)
                .compose(document -> switch (edit) {
                    case Edit.OfInvoice invoice ->
                        forecasts.ofEdited(
                                document, invoice.set(), invoice.set().invoice().orElseThrow());
                    case Edit.OfOrder order -> forecasts.ofEdited(document, order.file());
                });
    }

    /**
     * Puts the edited bytes in the place of the original and has the document done again with them.
     *
     * @param who the operator
     * @param reason why; may be empty
     */
    public Future<Replayed> put(DocumentId id, Edit.Usable edit, String who, String reason) {
        Instant now = engine.clock().instant();
        HistoryEntry entry = new HistoryEntry(
                now,
                who,
                EVENT,
                who + " resubmitted it with an edited payload" + Replays.because(reason) + ". The original is kept.",
                Map.of(
                        "original",
                        edit.original().hex(),
                        EDITED,
                        edit.edited().hash().hex(),
                        DIFFERENCE,
                        edit.difference().hash().hex()),
                List.of(edit.edited().hash(), edit.difference().hash()));
        return Intervening.by(
                engine,
                id,
                now,
                document -> rule(document, edit, decided(entry, document)),
                change -> changed(change, edit));
    }

    /** To correct it is what the person decided about what it stood still for. */
    private static HistoryEntry decided(HistoryEntry entry, DocumentRecord document) {
        Map<String, String> details = new HashMap<>(entry.details());
        details.putAll(Precedent.details(document.state()));
        return new HistoryEntry(entry.at(), entry.actor(), entry.event(), entry.message(), details, entry.payloads());
    }

    /** The guards once more, on what is stored now. */
    private static Replay rule(DocumentRecord document, Edit.Usable edit, HistoryEntry entry) {
        if (document.condition() == Condition.MOVING) {
            return Replay.refused("It is being worked on, or its turn comes by itself. Look again in a moment.");
        }
        return switch (edit) {
            case Edit.OfInvoice invoice
            when document.state().progress() instanceof InvoiceState
                    && document.content().equals(invoice.replaces()) ->
                InvoiceInterventions.resubmit(document.state(), entry);
            case Edit.OfOrder order
            when document.state().progress() instanceof SendingState place
                    && place.written()
                            .map(file -> file.content().equals(order.original()))
                            .orElse(false) ->
                SendingInterventions.resubmit(
                        document.state(), OutgoingSubject.of(document.type()), order.file(), entry);
            default -> Replay.refused("It changed while the edited payload was read. Look at it and try again.");
        };
    }

    private Change changed(Change change, Edit.Usable edit) {
        Change whole =
                change.with(new Amendment.KeptPayload(edit.edited()), new Amendment.KeptPayload(edit.difference()));
        return switch (edit) {
            case Edit.OfInvoice invoice ->
                whole.with(
                        new Amendment.NewContent(
                                Hashes.payload(Payload.JSON, engine.storedForm().write(invoice.set()))),
                        new Amendment.Numbers(invoice.keys()),
                        new Amendment.SearchText(
                                InvoiceSearchText.of(invoice.set().invoice().orElseThrow())),
                        new Amendment.Validity(Validity.VALID));
            // The content of an order is what F&O says; later changes are told against that.
            case Edit.OfOrder ignored -> whole;
        };
    }
}
