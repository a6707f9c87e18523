package io.mlconnector.engine.cause;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.takingback.TakeBack;
import io.mlconnector.domain.takingback.TakeBack.Verdict;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes back a fix of a cause: every document of it of which nothing was sent stands still again, one by one. */
public final class FixUndo {

    /** The word of the history for it. */
    public static final String EVENT = "take-back";

    private static final String POSSIBLE = "was not sent; it stands still again, as before the fix.";

    private final Engine engine;
    private final Removal removal;

    /** Removes a translation if it still says what the fix entered. */
    public interface Removal {

        /**
         * Removes it.
         *
         * @return false if it was changed or removed meanwhile: then it is left alone
         */
        Future<Boolean> remove(CrossReference reference, String operator, String reason);
    }

    /** What becomes of the translation that the fix entered. */
    public enum Reference {
        /** The fix entered none. */
        NONE,
        /** It is removed, or would be. */
        REMOVED,
        /** It stays: nothing is taken back, or somebody changed it since. */
        STAYS;

        /** As interface and commands have it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What becomes of all.
     *
     * @param record the fix
     * @param documents each with its verdict, the oldest first
     * @param reference what becomes of its translation
     */
    public record Undone(FixRecord record, List<Became> documents, Reference reference) {
        public Undone {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(reference, "reference");
            documents = List.copyOf(documents);
        }

        /** How many documents are of this verdict. */
        public long count(Verdict verdict) {
            return documents.stream()
                    .filter(one -> one.word().equals(verdict.word()))
                    .count();
        }
    }

    /**
     * On this engine's journal.
     *
     * @param removal removes translations
     */
    public FixUndo(Engine engine, Removal removal) {
        this.engine = engine;
        this.removal = removal;
    }

    /** A fix, found in the journal whichever daemon did it; empty if there is none of this name. */
    public static Future<Optional<FixRecord>> find(Engine looking, String fix) {
        return looking.onContext(looking.journal().acts(fix)).map(FixRecord::of);
    }

    /** Says what would become of each document; changes nothing. Fails with a {@link CauseException} if there is no such fix. */
    public static Future<Undone> foresee(Engine looking, String fix) {
        return found(looking, fix).compose(record -> {
            HistoryEntry nobody = entry(record, looking.clock().instant(), HistoryEntry.DAEMON, "");
            return each(
                            record,
                            id -> looking.onContext(looking.journal().find(id))
                                    .compose(document -> looking.onContext(
                                                    looking.journal().history(id))
                                            .map(history -> document.map(
                                                            one -> became(id, decided(one, history, record, nobody)))
                                                    .orElseGet(() -> missing(id)))))
                    .compose(documents -> reference(looking, record, documents)
                            .map(reference -> new Undone(record, documents, reference)));
        });
    }

    /**
     * Does it, as far as it is possible; may be done again. Fails with a {@link CauseException} if there is no such fix.
     *
     * @param operator who
     * @param reason why; may be empty
     */
    public Future<Undone> undo(String fix, String operator, String reason) {
        return foresee(engine, fix).compose(foreseen -> {
            FixRecord record = foreseen.record();
            return removed(foreseen, operator, reason)
                    .compose(reference -> each(
                                    record,
                                    id -> back(id, record, operator, reason)
                                            .compose(one -> told(one, reference, record, operator, reason)))
                            .map(documents -> new Undone(record, documents, reference)));
        });
    }

    /** A document that stands still already loses the translation too: its history says so, although it goes nowhere. */
    private Future<Became> told(Became one, Reference reference, FixRecord record, String operator, String reason) {
        return reference == Reference.REMOVED && one.word().equals(Verdict.STANDS.word())
                ? engine.onContext(engine.journal()
                                .note(
                                        one.document(),
                                        entry(record, engine.clock().instant(), operator, reason),
                                        List.of(),
                                        Optional.empty()))
                        .map(one)
                : Future.succeededFuture(one);
    }

    private static Future<FixRecord> found(Engine looking, String fix) {
        return find(looking, fix)
                .compose(
                        found -> found.map(Future::succeededFuture)
                                .orElseGet(
                                        () -> Future.failedFuture(
                                                new CauseException(
                                                        "There is no fix " + fix
                                                                + " in the journal, or it let no document go on. Whoever fixes a cause is told the id of the fix."))));
    }

    /** The translation goes first, so that no document takes it up again. */
    private Future<Reference> removed(Undone foreseen, String operator, String reason) {
        Optional<CrossReference> entered = foreseen.record().mark().reference();
        if (entered.isEmpty() || foreseen.reference() != Reference.REMOVED) {
            return Future.succeededFuture(foreseen.reference());
        }
        return removal.remove(entered.get(), operator, reason).map(done -> done ? Reference.REMOVED : Reference.STAYS);
    }

    /** It goes if it freed nothing, or somebody still waits for what it freed: where all was sent with it, it may be right. */
    private static Future<Reference> reference(Engine looking, FixRecord record, List<Became> documents) {
        Optional<CrossReference> entered = record.mark().reference();
        if (entered.isEmpty()) {
            return Future.succeededFuture(Reference.NONE);
        }
        boolean unsent = documents.isEmpty()
                || documents.stream()
                        .anyMatch(one -> one.word().equals(Verdict.TAKEN_BACK.word())
                                || one.word().equals(Verdict.STANDS.word()));
        return looking.onContext(looking.crossReferences().all())
                .map(known -> unsent && known.all().contains(entered.get()) ? Reference.REMOVED : Reference.STAYS);
    }

    private Future<Became> back(DocumentId id, FixRecord record, String operator, String reason) {
        Instant now = engine.clock().instant();
        HistoryEntry who = entry(record, now, operator, reason);
        // Filled by the decision, which is made once and elsewhere.
        List<TakeBack> decisions = new CopyOnWriteArrayList<>();
        return engine.onContext(engine.journal().history(id))
                .compose(history -> engine.onContext(engine.journal().intervene(id, now, document -> {
                    TakeBack decided = decided(document, history, record, who);
                    decisions.add(decided);
                    return decided instanceof TakeBack.Possible possible
                            ? Optional.of(Change.of(possible.decision()))
                            : Optional.empty();
                })))
                .map(after -> decisions.isEmpty() ? busy(id) : became(id, decisions.getFirst()));
    }

    private static TakeBack decided(
            DocumentRecord document, List<RecordedEntry> history, FixRecord record, HistoryEntry who) {
        return TakeBack.of(
                document.state(),
                history.stream().map(RecordedEntry::entry).toList(),
                record.mark().taken(),
                who);
    }

    private static Became became(DocumentId id, TakeBack decided) {
        return switch (decided) {
            case TakeBack.Possible ignored -> new Became(id, Verdict.TAKEN_BACK.word(), POSSIBLE);
            case TakeBack.Stays(Verdict verdict, String why) -> new Became(id, verdict.word(), why);
        };
    }

    private static Became busy(DocumentId id) {
        return new Became(
                id,
                Verdict.BUSY.word(),
                "is being worked on right now and was left alone; take the fix back once more.");
    }

    private static Became missing(DocumentId id) {
        return new Became(id, Verdict.GONE_ON.word(), "is not in the journal any more.");
    }

    private static HistoryEntry entry(FixRecord record, Instant now, String operator, String reason) {
        return new HistoryEntry(
                now,
                operator,
                EVENT,
                operator + " took back the fix of " + record.mark().fix().causeKey()
                        + (reason.isBlank() ? "" : " (" + reason.strip() + ")"),
                Map.of(TakeBack.Fix.NAME, record.mark().id()),
                List.of());
    }

    private interface Doing {
        Future<Became> of(DocumentId id);
    }

    /** One after another, the oldest first. */
    private static Future<List<Became>> each(FixRecord record, Doing doing) {
        List<Became> all = new ArrayList<>();
        Future<Void> done = Future.succeededFuture();
        for (DocumentId id : record.documents()) {
            done = done.compose(ignored -> doing.of(id)).map(one -> {
                all.add(one);
                return null;
            });
        }
        return done.map(ignored -> all);
    }
}
