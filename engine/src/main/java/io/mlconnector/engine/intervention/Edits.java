package io.mlconnector.engine.intervention;

import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.invoicing.InvoiceInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
    public static final String EVENT = "resubmitted";

    /** The detail of that entry that names what differs. */
    public static final String DIFFERENCE = "difference";

    private static final String EDITED = "edited";

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

    private Future<Edit> invoice(DocumentRecord document, byte[] bytes) {
        return received(document)
                .compose(known -> original(document)
                        .compose(original -> onWorker(
                                original.bytes().length + bytes.length,
                                () -> invoice(document, known.map(ReceivedSet::reference), original, bytes))));
    }

    private Edit invoice(DocumentRecord document, Optional<EnvelopeReference> known, Payload original, byte[] bytes) {
        DecodedFile file = engine.codec().decode(bytes);
        Optional<Edit> wrong = wrong(file, "810");
        if (wrong.isPresent()) {
            return wrong.get();
        }
        DecodedDocument set = file.documents().getFirst();
        if (!(set.content() instanceof Content.Invoice(VendorInvoice invoice))) {
            return new Edit.Unusable("The edited 810 cannot be read as an invoice.", List.of());
        }
        EnvelopeReference reference = set.reference();
        if (known.isPresent()
                && !(known.get().sender().equals(reference.sender())
                        && known.get().receiver().equals(reference.receiver()))) {
            return new Edit.Unusable(
                    "The edited file goes from " + reference.sender() + " to " + reference.receiver()
                            + ", the original from " + known.get().sender() + " to "
                            + known.get().receiver()
                            + ". An edit corrects what an invoice says, not who sent it: keep both ends.",
                    List.of());
        }
        ReceivedSet edited = ReceivedSet.ofInvoice(reference, invoice, set.problems());
        return new Edit.OfInvoice(
                original.hash(),
                Hashes.payload(Payload.X12, bytes),
                difference(segments(original, known), Segments.ofSet(bytes, set.offset(), set.length())),
                document.content(),
                edited,
                keys(document, edited, invoice));
    }

    /** Long reading is done beside the loop. */
    private Future<Edit> onWorker(int size, Supplier<Edit> work) {
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
                document.keys().fileName());
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
                .compose(history -> lastEdit(history)
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

    private static Optional<ContentHash> lastEdit(List<RecordedEntry> history) {
        return history.reversed().stream()
                .filter(recorded -> recorded.entry().event().equals(EVENT))
                .findFirst()
                .flatMap(recorded ->
                        Optional.ofNullable(recorded.entry().details().get(EDITED)))
                .map(ContentHash::new);
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
        Optional<Edit> wrong = wrong(decoded, file.transactionSetId());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<SyntaxProblem> all = new ArrayList<>(decoded.problems());
        all.addAll(decoded.documents().getFirst().problems());
        // What we send keeps the standard to the letter: a wrong count is no detail.
        all.removeIf(problem -> problem.severity().compareTo(Severity.WARNING) < 0);
        if (!all.isEmpty()) {
            return new Edit.Unusable("The edited " + file.transactionSetId() + " breaks the standard.", all);
        }
        Optional<EnvelopeReference> before = engine.codec().decode(original.bytes()).documents().stream()
                .map(DecodedDocument::reference)
                .findFirst();
        EnvelopeReference after = decoded.documents().getFirst().reference();
        List<String> was = Segments.ofInterchange(original.bytes());
        List<String> is = Segments.ofInterchange(bytes);
        if (!before.map(after::equals).orElse(false)) {
            return new Edit.Unusable(
                    "The envelope differs from the one of " + file.name()
                            + ". Keep both ends, the control numbers (ISA13, GS06, ST02), the version and the usage.",
                    List.of());
        }
        String tag = file.transactionSetId().equals("860") ? "BCH" : "BEG";
        if (!Segments.element(was, tag, ORDER_NUMBER).equals(Segments.element(is, tag, ORDER_NUMBER))) {
            return new Edit.Unusable(
                    tag + "03 says order " + Segments.element(is, tag, ORDER_NUMBER) + ", but this document is order "
                            + Segments.element(was, tag, ORDER_NUMBER) + ". Keep the order number.",
                    List.of());
        }
        Payload edited = Hashes.payload(Payload.X12, bytes);
        return new Edit.OfOrder(
                original.hash(),
                edited,
                difference(was, is),
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

    /** Why the edited bytes are not one usable transaction set of this kind; empty if they are. */
    private static Optional<Edit> wrong(DecodedFile file, String wanted) {
        List<SyntaxProblem> outside = serious(file.problems());
        if (!outside.isEmpty()) {
            return Optional.of(new Edit.Unusable("The edited file breaks the standard.", outside));
        }
        if (file.documents().size() != 1) {
            return Optional.of(new Edit.Unusable(
                    "The edited file must hold exactly one interchange with one " + wanted + "; it holds "
                            + file.documents().size() + " transaction sets.",
                    List.of()));
        }
        DecodedDocument set = file.documents().getFirst();
        if (!set.reference().transactionSetId().equals(wanted)) {
            return Optional.of(new Edit.Unusable(
                    "The edited file holds an " + set.reference().transactionSetId() + ", not an " + wanted + ".",
                    List.of()));
        }
        return set.usable()
                ? Optional.empty()
                : Optional.of(
                        new Edit.Unusable("The edited " + wanted + " breaks the standard.", serious(set.problems())));
    }

    private static List<SyntaxProblem> serious(List<SyntaxProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
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
                who + " asked for: resubmit with an edited payload (" + Replays.because(reason)
                        + "). The original is kept.",
                Map.of(
                        "original",
                        edit.original().hex(),
                        EDITED,
                        edit.edited().hash().hex(),
                        DIFFERENCE,
                        edit.difference().hash().hex()),
                List.of(edit.edited().hash(), edit.difference().hash()));
        return Intervening.by(
                engine, id, now, document -> rule(document, edit, entry), change -> changed(change, edit));
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
                        new Amendment.Validity(Validity.VALID));
            // The content of an order is what F&O says; later changes are told against that.
            case Edit.OfOrder ignored -> whole;
        };
    }
}
