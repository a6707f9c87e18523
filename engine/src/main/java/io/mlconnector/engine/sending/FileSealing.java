package io.mlconnector.engine.sending;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.sending.Outgoing.Prepared;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes an order's file for good: its numbers, bytes and name, and everything that is stored with it. */
final class FileSealing {

    private final Engine engine;
    private final Claim claim;
    private final SendingState.Announced state;
    private final Prepared.ToWrite write;
    private Optional<Decision> decision = Optional.empty();
    private Optional<FileToUpload> file = Optional.empty();
    private Optional<Problem> impossible = Optional.empty();

    FileSealing(Engine engine, Claim claim, SendingState.Announced state, Prepared.ToWrite write) {
        this.engine = engine;
        this.claim = claim;
        this.state = state;
        this.write = write;
    }

    /** The change that stores the file together with the intent to upload it; empty if it cannot be written. */
    Optional<Change> seal(ControlNumbers numbers) {
        return switch (write.writing().write(engine.codec(), numbers)) {
            case Writing.Written written -> Optional.of(sealed(written, numbers));
            case Writing.Impossible(Problem why) -> {
                impossible = Optional.of(why);
                yield Optional.empty();
            }
        };
    }

    private Change sealed(Writing.Written written, ControlNumbers numbers) {
        OutboundFile sealed = written.file();
        Instant now = engine.clock().instant();
        List<HistoryEntry> history = new ArrayList<>(withContent());
        written.notes()
                .forEach(note ->
                        history.add(HistoryEntry.entry(now, "encoding-note", note.place() + ": " + note.message())));
        history.add(new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "encoded",
                "Wrote " + sealed.name() + " with " + sealed.size() + " bytes as " + sealed.transactionSetId(),
                Map.of("fileName", sealed.name(), "controlNumber", number(numbers.interchange())),
                List.of(sealed.content())));
        file = Optional.of(new FileToUpload(
                sealed.name(), written.payload().bytes(), claim.id().text()));
        return change(new Preparation.Prepared(sealed, history), sealed, written.payload());
    }

    /** The change that stores that the folder holds this revision already. */
    Change alreadyThere(String name, byte[] bytes) {
        OptionalLong number =
                OutboundFileName.numberIn(name, write.writing().partner().id());
        Payload payload = Hashes.payload(name.endsWith("json") ? Payload.JSON : Payload.X12, bytes);
        OutboundFile there = new OutboundFile(
                write.writing().folder(),
                name,
                payload.hash(),
                bytes.length,
                write.writing().transactionSetId(),
                name.endsWith("json") || number.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ControlNumbers(number.getAsLong(), number.getAsLong(), 1)));
        return change(new Preparation.AlreadyThere(there, withContent()), there, payload);
    }

    /**
     * The change that stores that a person said that the partner has this document already. Of the file itself nothing is known
     * but its folder; what it said is kept, because the next revision says what has changed since.
     */
    Change sentBefore() {
        Writing writing = write.writing();
        OutboundFile unknown = new OutboundFile(
                writing.folder(),
                "recorded-as-sent-" + claim.id().text(),
                write.content()
                        .map(Payload::hash)
                        .or(claim::content)
                        .orElseGet(
                                () -> Hashes.payload(Payload.BYTES, new byte[0]).hash()),
                0,
                writing.transactionSetId(),
                Optional.empty());
        Decision made = SendingDecisions.afterPreparation(
                state, new Preparation.SentBefore(unknown, write.history()), engine.circumstances());
        decision = Optional.of(made);
        Change change = Change.of(made)
                .with(new Amendment.Exchange(writing.partner().id().id(), writing.transactionSetId()));
        return withPayloads(change);
    }

    /** With what was read, to which the history refers, with the document's new content and what it is found by. */
    private Change withPayloads(Change change) {
        Change kept = write.read()
                .map(read -> change.with(new Amendment.KeptPayload(read.payload())))
                .orElse(change);
        Change found = write.writing()
                .searchText()
                .map(text -> kept.with(new Amendment.SearchText(text)))
                .orElse(kept);
        return write.content()
                .map(content -> found.with(new Amendment.NewContent(content)))
                .orElse(found);
    }

    /** The history so far, and the aligned order as it is kept: what the file was written from. */
    private List<HistoryEntry> withContent() {
        List<HistoryEntry> history = new ArrayList<>(write.history());
        write.content()
                .ifPresent(content -> history.add(new HistoryEntry(
                        engine.clock().instant(),
                        HistoryEntry.DAEMON,
                        "aligned",
                        "The order as it is written for partner "
                                + write.writing().partner().id(),
                        Map.of(),
                        List.of(content.hash()))));
        return history;
    }

    private Change change(Preparation preparation, OutboundFile sealed, Payload payload) {
        Optional<ControlNumbers> numbers = sealed.numbers();
        BusinessKeys keys = claim.keys()
                .withFile(
                        numbers.map(taken -> number(taken.interchange())).orElse(""),
                        numbers.map(taken -> Long.toString(taken.group())).orElse(""),
                        numbers.map(taken -> String.format(Locale.ROOT, "%04d", taken.transactionSet()))
                                .orElse(""),
                        sealed.name());
        Decision made = SendingDecisions.afterPreparation(state, preparation, engine.circumstances());
        decision = Optional.of(made);
        Change change = Change.of(made)
                .with(
                        new Amendment.Exchange(write.writing().partner().id().id(), sealed.transactionSetId()),
                        new Amendment.Numbers(keys),
                        new Amendment.KeptPayload(payload));
        return withPayloads(change);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%09d", value);
    }

    /** Why nothing was sealed; empty if it was, or was not tried. */
    Optional<Problem> impossible() {
        return impossible;
    }

    /** What was decided; only after the change was made. */
    Decision decision() {
        return decision.orElseThrow();
    }

    /** The state whose intent is stored; only after {@link #seal}. */
    SendingState.Uploading uploading() {
        return (SendingState.Uploading) decision().next();
    }

    /** What is uploaded; only after {@link #seal}. */
    FileToUpload file() {
        return file.orElseThrow();
    }
}
