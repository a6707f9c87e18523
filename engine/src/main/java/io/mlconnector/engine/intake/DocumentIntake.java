package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.answering.AnswerMatching;
import io.mlconnector.engine.answering.Answered;
import io.mlconnector.engine.restoration.ForgottenNumbers;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what the transaction sets and interchanges of a file mean, and turns them into documents and notes. */
final class DocumentIntake {

    private final Engine engine;
    private final Connection connection;
    private final TradingPartner partner;
    private final AnswerMatching matching;

    DocumentIntake(Engine engine, Connection connection, TradingPartner partner) {
        this.engine = engine;
        this.connection = connection;
        this.partner = partner;
        this.matching = new AnswerMatching(engine, connection);
    }

    /**
     * What enters the journal.
     *
     * @param documents the received ones, and the answers to their interchanges
     * @param received how many of them were received
     * @param notes what they say of documents that are there already
     * @param incomplete how many stand in an incomplete interchange and do not enter
     * @param unmatched why TA1s answer nothing of ours
     * @param repeated whether any of them stands in an interchange that came before
     */
    record Entering(
            List<NewDocument> documents,
            int received,
            List<Note> notes,
            int incomplete,
            List<Problem> unmatched,
            boolean repeated) {
        Entering {
            documents = List.copyOf(documents);
            notes = List.copyOf(notes);
            unmatched = List.copyOf(unmatched);
        }
    }

    /** What the documents and TA1s say of documents of ours. */
    private record Answers(
            Map<DecodedDocument, Answered> ofDocuments,
            List<Answered> ofInterchanges,
            Set<ReceivedInterchange> known,
            Set<DecodedDocument> repeated) {}

    /**
     * All that is to be entered of a file or of a part of it.
     *
     * @param fileName of the file
     * @param bytes all of the file
     * @param read what was found in it, or in the part
     * @param entered the file, if other parts of it were entered before
     */
    Future<Entering> of(String fileName, byte[] bytes, DecodedFile read, Optional<DocumentId> entered) {
        return answers(read, entered)
                .compose(answers -> unknownNumbers(answers).map(ignored -> answers))
                .compose(answers -> engine.loop().beside(() -> entering(fileName, bytes, read, answers)));
    }

    /** Before anything is stored: after a crash in between the file, or the part, is read again. */
    private Future<Void> unknownNumbers(Answers answers) {
        ForgottenNumbers forgotten = new ForgottenNumbers(engine);
        Future<Void> done = Future.succeededFuture();
        for (Answered.UnknownNumber one : Stream.concat(
                        answers.ofDocuments().values().stream(), answers.ofInterchanges().stream())
                .flatMap(answered -> answered.unknown().stream())
                .toList()) {
            done = done.compose(ignored -> forgotten.answered(one.partner(), one.set(), one.number()));
        }
        return done;
    }

    private Future<Answers> answers(DecodedFile read, Optional<DocumentId> entered) {
        Answers found = new Answers(
                new IdentityHashMap<>(),
                new ArrayList<>(),
                Collections.newSetFromMap(new IdentityHashMap<>()),
                Collections.newSetFromMap(new IdentityHashMap<>()));
        Future<Answers> all = Future.succeededFuture(found);
        Map<String, Future<Boolean>> repetitions = new HashMap<>();
        for (DecodedDocument document : read.documents()) {
            if (DocumentEntries.incomplete(document)) {
                continue;
            }
            EnvelopeReference reference = document.reference();
            Future<Boolean> repeated = repetitions
                    .computeIfAbsent(
                            addressed(reference.sender(), reference.interchangeNumber()),
                            key -> matching.known(reference.sender(), reference.interchangeNumber(), entered))
                    .map(known -> (known || repeatedInFile(document)) && !entersAgain(document));
            Future<Answered> answered = repeated.compose(again -> {
                if (again) {
                    found.repeated().add(document);
                    return Future.succeededFuture(Answered.NOTHING);
                }
                return matching.of(document);
            });
            // A chain of thousands of futures that are there already would only cost stack and memory.
            all = answered.succeeded() && all.succeeded()
                    ? all.onSuccess(answers -> answers.ofDocuments().put(document, answered.result()))
                    : all.compose(answers -> answered.map(said -> {
                        answers.ofDocuments().put(document, said);
                        return answers;
                    }));
        }
        for (ReceivedInterchange interchange : read.interchanges()) {
            // Asked for its documents already, if it has any.
            Future<Boolean> before = repetitions.computeIfAbsent(
                    addressed(interchange.sender(), interchange.number()),
                    key -> matching.known(interchange.sender(), interchange.number(), entered));
            all = all.compose(answers -> before.map(known -> {
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

    private static String addressed(InterchangeAddress sender, String number) {
        return sender + " " + sender.group() + " " + number;
    }

    private static boolean repeatedInFile(DecodedDocument document) {
        return document.problems().stream().anyMatch(problem -> problem.code().equals(EnvelopeVerdicts.REPEATED));
    }

    /** What a repeated number does not keep from being taken: answers, and whatever comes from a partner who may. */
    private boolean entersAgain(DecodedDocument document) {
        return document.reference().groupCode().equals("FA")
                || connection
                        .partners()
                        .sending(document.reference().sender())
                        .flatMap(TradingPartner::invoices)
                        .filter(agreed -> agreed.leniency().forgives(EnvelopePart.ISA13))
                        .isPresent();
    }

    private static Problem repeated(DecodedDocument document) {
        EnvelopeReference reference = document.reference();
        return Problem.named(
                EnvelopeVerdicts.REPEATED,
                reference.sender() + " " + reference.interchangeNumber(),
                "An interchange " + reference.interchangeNumber() + " from " + reference.sender()
                        + " came before, so that this one was rejected (TA105 025), and transaction set "
                        + reference.transactionSetId() + " " + reference.transactionSetNumber()
                        + " in it is new. Ask the partner what it is; release it to process it, or discard it.");
    }

    private Entering entering(String fileName, byte[] bytes, DecodedFile read, Answers answers) {
        Instant now = engine.clock().instant();
        DocumentEntries entries = new DocumentEntries(engine, connection, partner, fileName, bytes, now);
        List<NewDocument> documents = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        int incomplete = 0;
        for (DecodedDocument document : read.documents()) {
            Answered answered = answers.ofDocuments().get(document);
            if (answered == null) {
                incomplete++;
                continue;
            }
            NewDocument entered = entries.of(
                    document,
                    answered.unmatched(),
                    answers.repeated().contains(document) ? Optional.of(repeated(document)) : Optional.empty());
            documents.add(entered);
            notes.addAll(answered.notes(now, Optional.of(entered.id())));
        }
        answers.ofInterchanges().forEach(answered -> notes.addAll(answered.notes(now, Optional.empty())));
        int received = documents.size();
        read.interchanges()
                .forEach(interchange -> documents.addAll(
                        entries.answersTo(interchange, answers.known().contains(interchange))));
        if (!read.unread().isEmpty()) {
            UnreadParts unread = new UnreadParts();
            read.unread().forEach(unread::add);
            documents.add(entries.unread(unread.inOrder()));
        }
        return new Entering(
                documents,
                received,
                notes,
                incomplete,
                answers.ofInterchanges().stream()
                        .flatMap(answered -> answered.unmatched().stream())
                        .toList(),
                !answers.repeated().isEmpty());
    }
}
