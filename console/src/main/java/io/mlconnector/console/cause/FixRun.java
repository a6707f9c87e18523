package io.mlconnector.console.cause;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.engine.cause.FixProgress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fix as it goes on, and what came of it. Used on one event loop only. */
public final class FixRun implements FixProgress {

    private final String id;
    private final CauseFix fix;
    private final String operator;
    private final Instant began;
    private final Optional<CrossReference> entered;
    private final Map<DocumentId, Became> became = new LinkedHashMap<>();
    private int of;
    private boolean ended;
    private boolean more;
    private Optional<String> failure = Optional.empty();
    private Optional<String> takenBack = Optional.empty();

    FixRun(String id, CauseFix fix, String operator, Instant began, Optional<CrossReference> entered) {
        this.id = id;
        this.fix = fix;
        this.operator = operator;
        this.began = began;
        this.entered = entered;
    }

    @Override
    public void begins(int documents) {
        of = documents;
    }

    @Override
    public void became(Became one) {
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

    void takenBack(String what) {
        takenBack = Optional.of(what);
    }

    String id() {
        return id;
    }

    /** Where it is shown. */
    public String address() {
        return "/causes/runs/" + id;
    }

    /** The cause. */
    public String causeKey() {
        return fix.causeKey();
    }

    /** What was done, in a sentence. */
    public String what() {
        return switch (fix.way()) {
            case CauseFix.Translate way ->
                entered.map(reference -> reference.theirs() + " means " + reference.ours() + ".")
                        .orElse(way.means() + " was entered before; the documents are done again.");
            case CauseFix.Accept ignored -> "The documents go on despite the reason.";
            case CauseFix.Again ignored -> "The documents are done again.";
        };
    }

    boolean accepted() {
        return fix.way() instanceof CauseFix.Accept;
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
        return entered;
    }

    /** How many documents it is for. */
    public int of() {
        return of;
    }

    /** How many are done. */
    public int done() {
        return became.size();
    }

    /** Those that do not go on. */
    public List<Became> refused() {
        return became.values().stream()
                .filter(one -> one.word().equals("refused"))
                .toList();
    }

    /** How many go on. */
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

    /** That what it entered was taken back, in a sentence; empty if it was not. */
    public Optional<String> takenBack() {
        return takenBack;
    }
}
