package io.mlconnector.console.cause;

import io.mlconnector.console.page.Figures;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.engine.cause.FixRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fix as it goes on, and what came of it. Used on one event loop only. */
public final class FixRun {

    /** A daemon that does a fix does a document of it in less. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final FixMark mark;
    private final String operator;
    private final Instant began;
    private final Map<DocumentId, Became> became = new LinkedHashMap<>();
    private boolean ended;
    private boolean more;
    private Optional<String> failure = Optional.empty();
    private Optional<FixRecord> stored = Optional.empty();

    FixRun(FixMark mark, String operator, Instant began) {
        this.mark = mark;
        this.operator = operator;
        this.began = began;
    }

    /** One of another daemon, or of this one before it was started: as the journal has it. */
    static FixRun of(FixRecord record, Instant now) {
        FixRun run = new FixRun(record.mark(), record.operator(), record.began());
        record.documents().forEach(id -> run.became(new Became(id, "again", "goes on.")));
        record.left().forEach(run::became);
        run.ended =
                run.done() >= run.of() || Duration.between(record.last(), now).compareTo(QUIET) > 0;
        if (run.ended && run.done() < run.of()) {
            run.failure = Optional.of("The daemon ended meanwhile. Those that still stand still can be fixed again.");
        }
        run.stored(record);
        return run;
    }

    void became(Became one) {
        became.put(one.document(), one);
    }

    void end(boolean others) {
        ended = true;
        more = others;
    }

    void fail(String why) {
        ended = true;
        failure = Optional.of(why);
    }

    /** As the journal has it now. */
    void stored(FixRecord record) {
        stored = Optional.of(record);
    }

    String id() {
        return mark.id();
    }

    FixMark mark() {
        return mark;
    }

    /** Where it is shown. */
    public String address() {
        return "/causes/runs/" + id();
    }

    /** The cause. */
    public String causeKey() {
        return mark.fix().causeKey();
    }

    /** What was done, in a sentence. */
    public String what() {
        return switch (mark.fix().way()) {
            case CauseFix.Translate way ->
                entered()
                        .map(reference -> reference.theirs() + " means " + reference.ours() + ".")
                        .orElse(way.means() + " was entered before; the documents are done again.");
            case CauseFix.Accept ignored -> "The documents go on despite the reason.";
            case CauseFix.Again ignored -> "The documents are done again.";
        };
    }

    /** Who did it. */
    public String operator() {
        return operator;
    }

    /** When it began. */
    public Instant began() {
        return began;
    }

    /** The cross-reference that it entered; empty if it entered none. */
    public Optional<CrossReference> entered() {
        return mark.reference();
    }

    /** How many documents it is for. */
    public int of() {
        return mark.documents();
    }

    /** How many are done. */
    public int done() {
        return became.size();
    }

    /** Those that were left as they are: refused, or nothing was to be done with them. */
    public List<Became> refused() {
        return became.values().stream().filter(Became::left).toList();
    }

    /** How many were let go on; some of them may have stopped again since. */
    public int on() {
        return became.size() - refused().size();
    }

    /** The documents that were done, the oldest first. */
    public List<DocumentId> documents() {
        return List.copyOf(became.keySet());
    }

    /** Whether nothing more comes. */
    public boolean ended() {
        return ended;
    }

    /** Whether further documents stand still for the cause. */
    public boolean more() {
        return more;
    }

    /** Why it broke off; empty if it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** How many of its documents were taken back. */
    public int back() {
        return stored.map(record -> record.takenBack().size()).orElse(0);
    }

    /** Whether this one was. */
    boolean back(DocumentId id) {
        return stored.filter(record -> record.takenBack().contains(id)).isPresent();
    }

    /** That documents were taken back, in a sentence; empty if none was. */
    public Optional<String> takenBack() {
        return stored.filter(record -> !record.takenBack().isEmpty())
                .map(record -> record.takenBackBy().orElse("Somebody") + " took back " + back() + " of "
                        + Figures.counted(on(), "document", "documents")
                        + (back() == 1 ? ": it stands still again." : ": they stand still again."));
    }

    /** When the last of them was taken back; empty if none was. */
    public Optional<Instant> takenBackAt() {
        return stored.flatMap(FixRecord::takenBackAt);
    }

    /**
     * What became of the translation that it entered, in a sentence; empty if it entered none, or nothing was taken back and it is there.
     *
     * @param known all translations that there are now
     */
    Optional<String> translation(Collection<CrossReference> known) {
        return entered().filter(ignored -> ended).flatMap(reference -> {
            if (known.contains(reference)) {
                return back() == 0
                        ? Optional.empty()
                        : Optional.of(
                                "The translation stays: " + reference.theirs() + " means " + reference.ours() + ".");
            }
            return Optional.of("The translation that it entered is not there any more: " + reference.theirs()
                    + " does not mean " + reference.ours() + " by it.");
        });
    }
}
