package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.SyntaxProblems;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.restoration.ForgottenNumbers;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes one file: fetches its bytes, reads them and stores both before anything else happens. */
final class FileIntake {

    /** What is wrong with the file itself. Anything else, such as a missing permission, may be put right for all files. */
    private static final Set<String> TOO_LARGE = Set.of("file-too-large", "answer-too-large");

    private final Engine engine;
    private final Connection connection;
    private final TradingPartner partner;
    private final FolderReference folder;

    FileIntake(Engine engine, Connection connection, TradingPartner partner, FolderReference folder) {
        this.engine = engine;
        this.connection = connection;
        this.partner = partner;
        this.folder = folder;
    }

    /** Size and time as listed: recognises a file on the next listing. */
    static String stateOf(FolderEntry entry) {
        return StorableText.of(
                (entry.size().isPresent() ? Long.toString(entry.size().getAsLong()) : "?") + " " + entry.modified());
    }

    /** Takes a file. */
    Future<Taken> take(FolderEntry entry) {
        return engine.onContext(connection.mailbox().fetch(entry)).compose(outcome -> switch (outcome) {
            case Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes) ->
                bytes.isEmpty() ? Future.succeededFuture(new Taken.Done()) : store(entry, bytes.get());
            case Outcome.Refused<Optional<byte[]>>(Problem why) ->
                Future.succeededFuture(
                        TOO_LARGE.contains(why.code()) ? new Taken.Impossible(why) : new Taken.Later(why));
            case Outcome.NotNow<Optional<byte[]>>(Problem why, Optional<Duration> ignored) ->
                Future.succeededFuture(new Taken.Later(why));
            case Outcome.Unknown<Optional<byte[]>>(Problem why) -> Future.succeededFuture(new Taken.Later(why));
        });
    }

    /** Records a file that cannot be taken, with the reason and without its bytes; it stays in its folder. */
    Future<Void> recordWithout(FolderEntry entry, Problem why) {
        Instant now = engine.clock().instant();
        Payload nothing = Hashes.payload(Payload.BYTES, new byte[0]);
        NewFile file = new NewFile(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                folder.toString(),
                StorableText.of(entry.id()),
                StorableText.of(entry.name()),
                stateOf(entry),
                now,
                nothing,
                false,
                Optional.of(why),
                List.of(HistoryEntry.entry(now, "not-taken", why)));
        return engine.onContext(engine.journal().receive(file, List.of(), List.of()))
                .mapEmpty();
    }

    private Future<Taken> store(FolderEntry entry, byte[] bytes) {
        // Beside the event loop, whatever its size: what the machine has not compiled yet takes long even with small
        // files.
        Future<DecodedFile> decoded =
                engine.loop().beside(() -> engine.codec().decode(bytes, connection.readingRules()));
        return decoded.compose(file -> answers(file)
                .compose(answers ->
                        unknownNumbers(file, answers).compose(ignored -> store(entry, bytes, file, answers))));
    }

    /** What the file's documents and TA1s say of documents of ours. */
    private record Answers(
            Map<DecodedDocument, Answered> ofDocuments,
            List<Answered> ofInterchanges,
            Set<ReceivedInterchange> known) {}

    /** Before the file is stored: after a crash in between it is taken again. */
    private Future<Void> unknownNumbers(DecodedFile file, Answers answers) {
        ForgottenNumbers forgotten = new ForgottenNumbers(engine);
        List<Answered.UnknownNumber> unknown = Stream.concat(
                        file.documents().stream()
                                .map(answers.ofDocuments()::get)
                                .filter(Objects::nonNull),
                        answers.ofInterchanges().stream())
                .flatMap(answered -> answered.unknown().stream())
                .toList();
        Future<Void> done = Future.succeededFuture();
        for (Answered.UnknownNumber one : unknown) {
            done = done.compose(ignored -> forgotten.answered(one.partner(), one.set(), one.number()));
        }
        return done;
    }

    private Future<Answers> answers(DecodedFile file) {
        AnswerMatching matching = new AnswerMatching(engine, connection);
        Future<Answers> all = Future.succeededFuture(new Answers(
                new IdentityHashMap<>(), new ArrayList<>(), Collections.newSetFromMap(new IdentityHashMap<>())));
        for (DecodedDocument document : file.documents()) {
            if (!DocumentEntries.incomplete(document)) {
                all = all.compose(answers -> matching.of(document).map(answered -> {
                    answers.ofDocuments().put(document, answered);
                    return answers;
                }));
            }
        }
        for (ReceivedInterchange interchange : file.interchanges()) {
            all = all.compose(answers -> matching.known(interchange).map(known -> {
                if (known) {
                    answers.known().add(interchange);
                }
                return answers;
            }));
            for (InterchangeAcknowledgement confirmed : interchange.acknowledgements()) {
                all = all.compose(answers -> matching.of(interchange, confirmed).map(answered -> {
                    answers.ofInterchanges().add(answered);
                    return answers;
                }));
            }
        }
        return all;
    }

    /** A file as it enters the journal. */
    private record Entering(NewFile file, List<NewDocument> documents, List<Note> notes) {}

    private Future<Taken> store(FolderEntry entry, byte[] bytes, DecodedFile file, Answers answers) {
        return engine.loop()
                .beside(() -> entering(entry, bytes, file, answers))
                .compose(entering -> engine.onContext(
                        engine.journal().receive(entering.file(), entering.documents(), entering.notes())))
                .map(ignored -> {
                    engine.loop().signal(Signals.DUE, "");
                    return new Taken.Done();
                });
    }

    private Entering entering(FolderEntry entry, byte[] bytes, DecodedFile file, Answers answers) {
        Instant now = engine.clock().instant();
        Payload content = Hashes.payload(file.documents().isEmpty() ? Payload.BYTES : Payload.X12, bytes);
        DocumentEntries entries = new DocumentEntries(engine, connection, partner, entry.name(), bytes, now);
        List<NewDocument> documents = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        int incomplete = 0;
        for (DecodedDocument document : file.documents()) {
            Answered answered = answers.ofDocuments().get(document);
            if (answered == null) {
                incomplete++;
                continue;
            }
            NewDocument entered = entries.of(document, answered.unmatched());
            documents.add(entered);
            notes.addAll(answered.notes(now, Optional.of(entered.id())));
        }
        answers.ofInterchanges().forEach(answered -> notes.addAll(answered.notes(now, Optional.empty())));
        NewFile taken = newFile(entry, content, file, answers, documents.size(), incomplete, now);
        file.interchanges()
                .forEach(interchange -> entries.answerTo(
                                interchange, answers.known().contains(interchange))
                        .ifPresent(documents::add));
        return new Entering(taken, documents, notes);
    }

    private NewFile newFile(
            FolderEntry entry,
            Payload content,
            DecodedFile file,
            Answers answers,
            int documents,
            int incomplete,
            Instant now) {
        Optional<Problem> problem =
                file.damaged() ? Optional.of(SyntaxProblems.summary(entry.name(), file.problems())) : Optional.empty();
        List<HistoryEntry> history = new ArrayList<>();
        history.add(new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "received",
                "Took " + entry.name() + " from " + folder + ": " + content.bytes().length + " bytes, " + documents
                        + " documents"
                        + (incomplete == 0 ? "" : ", and " + incomplete + " in an incomplete interchange, not taken"),
                Map.of("fileName", entry.name(), "remoteId", entry.id()),
                List.of(content.hash())));
        file.problems()
                .forEach(found -> history.add(HistoryEntry.entry(
                        now,
                        "x12-" + found.severity().name().toLowerCase(java.util.Locale.ROOT),
                        found.place() + ": " + found.message())));
        answers.ofInterchanges().stream()
                .flatMap(answered -> answered.unmatched().stream())
                .forEach(why -> history.add(HistoryEntry.entry(now, "answer-unmatched", why)));
        return new NewFile(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                folder.toString(),
                StorableText.of(entry.id()),
                StorableText.of(entry.name()),
                stateOf(entry),
                now,
                content,
                partner.invoices()
                        .map(agreed -> agreed.afterReceive() == AfterReceive.DELETE)
                        .orElse(false),
                problem,
                history);
    }
}
