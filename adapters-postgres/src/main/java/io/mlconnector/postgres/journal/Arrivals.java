package io.mlconnector.postgres.journal;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.postgres.journal.table.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documents of a file, told apart: those that are new, those that repeat earlier ones, and those that clash with them. */
final class Arrivals {

    private final List<DocumentId> fresh = new ArrayList<>();
    private final List<DocumentId> duplicates = new ArrayList<>();
    private final List<DocumentId> clashes = new ArrayList<>();
    private final List<Move> earlier = new ArrayList<>();
    private final List<Entering> all = new ArrayList<>();

    private Arrivals() {}

    /** What an earlier document does because it was received again. */
    record Move(DocumentId id, Decision decision, boolean keepsKey) {}

    /**
     * Distinguishes new documents from repeated ones.
     *
     * @param owners earlier documents by their keys, as stored; gets those of the new ones
     */
    static Arrivals of(
            DocumentId file, List<NewDocument> documents, Map<String, Repetition.Earlier> owners, Instant now) {
        Arrivals arrivals = new Arrivals();
        String in = file.text();
        for (NewDocument document : documents) {
            String key = Entering.key(document).orElse(null);
            Repetition.Earlier earlier = key == null ? null : owners.get(key);
            if (earlier == null) {
                if (key != null) {
                    owners.put(key, new Repetition.Earlier(document.id(), document.fingerprint(), document.state()));
                }
                arrivals.fresh.add(document.id());
                arrivals.add(document, new Documents.Entry(in, key, null, document.state(), document.history()));
                continue;
            }
            switch (Repetition.of(document.arriving(), earlier, now)) {
                case Repetition.Duplicate duplicate -> {
                    arrivals.duplicates.add(document.id());
                    arrivals.add(
                            document,
                            new Documents.Entry(
                                    in,
                                    null,
                                    duplicate.duplicateOf().text(),
                                    duplicate.state(),
                                    with(document.history(), duplicate.entry())));
                }
                case Repetition.Revival revival -> {
                    arrivals.duplicates.add(document.id());
                    arrivals.earlier.add(new Move(revival.duplicateOf(), revival.again(), true));
                    arrivals.add(
                            document,
                            new Documents.Entry(
                                    in,
                                    null,
                                    revival.duplicateOf().text(),
                                    revival.state(),
                                    with(document.history(), revival.entry())));
                }
                case Repetition.Clash clash -> {
                    arrivals.clashes.add(document.id());
                    arrivals.add(
                            document,
                            new Documents.Entry(
                                    in, null, null, clash.state(), with(document.history(), clash.entry())));
                }
                case Repetition.Replacement replacement -> {
                    owners.put(
                            String.valueOf(key),
                            new Repetition.Earlier(document.id(), document.fingerprint(), replacement.state()));
                    arrivals.fresh.add(document.id());
                    arrivals.earlier.add(new Move(replacement.earlier(), replacement.discarding(), false));
                    arrivals.add(
                            document,
                            new Documents.Entry(
                                    in, key, null, replacement.state(), with(document.history(), replacement.entry())));
                }
            }
        }
        return arrivals;
    }

    private void add(NewDocument document, Documents.Entry entry) {
        all.add(new Entering(document, entry));
    }

    private static List<HistoryEntry> with(List<HistoryEntry> history, HistoryEntry last) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.add(last);
        return all;
    }

    /** All of them, in order. */
    List<Entering> all() {
        return all;
    }

    /** What earlier documents do because of them, in order. */
    List<Move> earlier() {
        return earlier;
    }

    /** What a repeated document says was written down when it came first. */
    List<Note> counting(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.source().filter(duplicates::contains).isEmpty())
                .toList();
    }

    /** What became of them. */
    Received received() {
        return new Received(fresh, duplicates, clashes);
    }
}
