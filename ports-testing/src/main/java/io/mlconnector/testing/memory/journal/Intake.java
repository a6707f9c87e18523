package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.Received;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enters documents, within a transaction of the caller's. */
final class Intake {

    private final Store store;
    private final Documents documents;
    private final Histories histories;
    private final InstantSource clock;

    Intake(Store store, InstantSource clock) {
        this.store = store;
        this.documents = store.documents();
        this.histories = store.histories();
        this.clock = clock;
    }

    /** Enters the documents of a file that were received now, and what it says of earlier ones. */
    Received received(DocumentId file, List<NewDocument> received, List<Note> notes) {
        List<DocumentId> fresh = new ArrayList<>();
        List<DocumentId> duplicates = new ArrayList<>();
        List<DocumentId> clashes = new ArrayList<>();
        Instant now = clock.instant();
        for (NewDocument document : received) {
            Optional<Repetition> repetition = documents
                    .earlier(document)
                    .map(earlier -> Repetition.of(document.arriving(), earlier.asEarlier(), now));
            repetition.ifPresent(found -> moveEarlier(found, now));
            enter(document, repetition, Optional.of(file), now);
            (repetition.isEmpty()
                            ? fresh
                            : switch (repetition.get()) {
                                case Repetition.Duplicate ignored -> duplicates;
                                case Repetition.Revival ignored -> duplicates;
                                case Repetition.Clash ignored -> clashes;
                                case Repetition.Replacement ignored -> fresh;
                            })
                    .add(document.id());
        }
        for (Note note : notes) {
            if (note.source().filter(duplicates::contains).isPresent()) {
                continue;
            }
            documents.find(note.document()).ifPresent(noted -> {
                noted.note(Optional.of(note.after(noted.record().acknowledgement())), now);
                histories.append(note.document(), List.of(note.entry()));
            });
        }
        return new Received(fresh, duplicates, clashes);
    }

    private void moveEarlier(Repetition repetition, Instant now) {
        switch (repetition) {
            case Repetition.Replacement replacement ->
                documents
                        .find(replacement.earlier())
                        .ifPresent(found -> store.moved(found, Change.of(replacement.discarding()), now));
            case Repetition.Revival revival ->
                documents
                        .find(revival.duplicateOf())
                        .ifPresent(found -> store.moved(found, Change.of(revival.again()), now));
            case Repetition.Duplicate ignored -> {}
            case Repetition.Clash ignored -> {}
        }
    }

    /** Enters a document; what it repeats, if anything, was moved already. */
    void enter(NewDocument document, Optional<Repetition> repetition, Optional<DocumentId> file, Instant now) {
        documents.enter(document, repetition, file, now);
        histories.keep(document.content().stream().toList());
        histories.append(document.id(), document.history());
        repetition.ifPresent(repeated -> histories.append(
                document.id(),
                List.of(
                        switch (repeated) {
                            case Repetition.Duplicate duplicate -> duplicate.entry();
                            case Repetition.Revival revival -> revival.entry();
                            case Repetition.Clash clash -> clash.entry();
                            case Repetition.Replacement replacement -> replacement.entry();
                        })));
    }
}
