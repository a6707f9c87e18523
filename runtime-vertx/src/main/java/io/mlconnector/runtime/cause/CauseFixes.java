package io.mlconnector.runtime.cause;

import io.mlconnector.domain.alignment.UnitAlignment;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.engine.cause.FixProgress;
import io.mlconnector.engine.cause.FixUndo;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.intervention.condition.ChangedMeanwhileException;
import io.mlconnector.engine.intervention.condition.Conditional;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.ReferenceCheck;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixes a cause once for all documents that stand still for it; and says beforehand what would become of each. */
public final class CauseFixes implements CauseFixing {

    /** So many at once: an answer must come while somebody waits for it. What is left over is freed by doing it again. */
    private static final int MOST = 500;

    /** The same where nobody waits for the answer, but looks how it goes on. */
    private static final int MOST_WATCHED = 2_000;

    private static final FixProgress NOBODY = new FixProgress() {
        @Override
        public void begins(FixMark mark) {
            // Nobody looks: the answer comes when all is done.
        }

        @Override
        public void became(Became one) {
            // As above.
        }
    };

    private final Engine engine;
    private final Engine looking;
    private final List<Connection> connections;
    private final CrossReferenceStore references;
    private final ConfiguredPlaces places;
    private final ReferenceCheck check;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look
     * @param connections over which a forecast looks
     * @param references where translations are entered
     * @param places against which they are checked
     * @param check asks F&O whether it has what they name
     */
    public CauseFixes(
            Engine engine,
            Engine looking,
            List<Connection> connections,
            CrossReferenceStore references,
            ConfiguredPlaces places,
            ReferenceCheck check) {
        this.engine = engine;
        this.looking = looking;
        this.connections = List.copyOf(connections);
        this.references = references;
        this.places = places;
        this.check = check;
    }

    /**
     * What became of the documents, or would become.
     *
     * @param fix by which the histories name it; empty of a forecast
     * @param items by document, oldest first, as the interface shows them
     * @param more whether further documents stand still for the cause
     * @param also what else it changes, in a sentence; empty if nothing
     * @param against why it would be refused as it is, in a sentence; empty if nothing is known
     */
    public record Outcome(
            Optional<String> fix,
            Map<DocumentId, JsonObject> items,
            boolean more,
            Optional<String> also,
            Optional<String> against) {

        private Outcome also(Optional<String> what) {
            return new Outcome(fix, items, more, what, against);
        }

        private Outcome against(Optional<String> why) {
            return new Outcome(fix, items, more, also, why);
        }
    }

    /** Says what would become of each document; changes nothing. Fails with a {@link CauseException} if the fix does not fit. */
    public Future<Outcome> forecast(CauseFix fix) {
        return stuck(fix, MOST)
                .compose(selection -> (switch (fix.way()) {
                            case CauseFix.Translate way ->
                                looking.onContext(looking.crossReferences().all())
                                        .compose(known -> {
                                            CrossReferences then = with(known, reference(fix, way, selection));
                                            return new Forecasts(
                                                            looking.over(
                                                                    looking.journal(),
                                                                    () -> Future.succeededFuture(then)
                                                                            .toCompletionStage()),
                                                            connections)
                                                    .of(selection.documents(), Optional.empty());
                                        });
                            case CauseFix.Accept ignored ->
                                new Forecasts(looking, connections).released(selection.documents());
                            case CauseFix.Again ignored ->
                                new Forecasts(looking, connections).of(selection.documents(), Optional.empty());
                        })
                        .map(found -> {
                            Map<DocumentId, JsonObject> items = new LinkedHashMap<>();
                            found.forEach((id, forecast) -> items.put(id, Json.of(id, forecast)));
                            return new Outcome(
                                    Optional.empty(), items, selection.more(), Optional.empty(), Optional.empty());
                        })
                        .compose(found -> also(fix, selection).map(found::also))
                        .compose(found -> against(fix, selection).map(found::against)));
    }

    /** Why {@link #apply} would refuse it: F&O does not have what the translation names, or cannot say. */
    private Future<Optional<String>> against(CauseFix fix, Selection selection) {
        return fix.way() instanceof CauseFix.Translate way && !way.unchecked()
                ? check.of(List.of(reference(fix, way, selection)))
                        .map(unfounded -> unfounded.stream().findFirst().map(one -> one.why() + "."))
                        .recover(failure -> failure instanceof ReferenceCheck.NotTold why
                                ? Future.succeededFuture(Optional.of(String.valueOf(why.getMessage())))
                                : Future.failedFuture(failure))
                : Future.succeededFuture(Optional.empty());
    }

    /** What a translation changes besides what is read. */
    private Future<Optional<String>> also(CauseFix fix, Selection selection) {
        return fix.way() instanceof CauseFix.Translate way
                ? looking.onContext(looking.crossReferences().all()).map(known -> {
                    CrossReference added = reference(fix, way, selection);
                    return UnitAlignment.ordersToo(added, known, with(known, added));
                })
                : Future.succeededFuture(Optional.empty());
    }

    private static CrossReferences with(CrossReferences known, CrossReference added) {
        List<CrossReference> all = new ArrayList<>(known.all());
        all.removeIf(one -> one.key().equals(added.key()));
        all.add(added);
        return new CrossReferences(all);
    }

    /** Does it. Fails with a {@link CauseException} if the fix does not fit; then nothing is changed. */
    public Future<Outcome> apply(CauseFix fix, String operator, String reason) {
        return apply(fix, operator, reason, MOST, NOBODY);
    }

    private Future<Outcome> apply(CauseFix fix, String operator, String reason, int most, FixProgress progress) {
        return stuck(fix, most)
                .compose(selection -> switch (fix.way()) {
                    case CauseFix.Translate way ->
                        checked(reference(fix, way, selection), way.unchecked())
                                .compose(reference -> entered(reference, new Editor(operator, reason, way.unchecked())))
                                .compose(entered ->
                                        again(mark(fix, selection, entered), selection, operator, reason, progress));
                    case CauseFix.Accept way ->
                        released(mark(fix, selection, false), way.seen(), selection, operator, reason, progress);
                    case CauseFix.Again ignored ->
                        again(mark(fix, selection, false), selection, operator, reason, progress);
                })
                .onSuccess(ignored -> engine.loop().signal(Signals.DUE, ""));
    }

    @Override
    public Future<Fixed> foresee(CauseFix fix) {
        return forecast(fix).map(CauseFixes::typed);
    }

    @Override
    public Future<Fixed> fix(CauseFix fix, String operator, String reason, FixProgress progress) {
        return apply(fix, operator, reason, MOST_WATCHED, progress).map(CauseFixes::typed);
    }

    @Override
    public Future<FixUndo.Undone> foreseeUndo(String fix) {
        return FixUndo.foresee(looking, fix);
    }

    @Override
    public Future<FixUndo.Undone> undo(String fix, String operator, String reason) {
        return new FixUndo(engine, this::removed).undo(fix, operator, reason);
    }

    /** Only what the fix entered: what somebody changed since is theirs. */
    private Future<Boolean> removed(CrossReference reference, String operator, String reason) {
        return engine.onContext(engine.crossReferences().all())
                .compose(known -> known.all().contains(reference)
                        ? references
                                .remove(
                                        reference.key(),
                                        new Editor(
                                                operator,
                                                "its fix was taken back" + (reason.isBlank() ? "" : ": " + reason),
                                                false))
                                .map(Optional::isPresent)
                        : Future.succeededFuture(false));
    }

    private static Fixed typed(Outcome outcome) {
        List<Became> all = new ArrayList<>();
        outcome.items().forEach((id, json) -> all.add(typed(id, json)));
        return new Fixed(outcome.fix(), all, outcome.more(), outcome.also(), outcome.against());
    }

    private static Became typed(DocumentId id, JsonObject json) {
        return new Became(id, json.getString("verdict", json.getString("outcome", "")), json.getString("message", ""));
    }

    private Future<Selection> stuck(CauseFix fix, int most) {
        return Selection.of(looking, DocumentFilter.ALL.where(new Criterion.StuckBecause(fix.causeKey())), most)
                .compose(selection -> selection.documents().isEmpty()
                        ? Future.failedFuture(
                                new CauseException("No document stands still for " + fix.causeKey() + "."))
                        : shown(fix, selection));
    }

    /** Without those of which something else was shown, or nothing: they stay for another time. */
    static Future<Selection> shown(CauseFix fix, Selection selection) {
        if (!(fix.way() instanceof CauseFix.Accept(Optional<Seen> seen)) || seen.isEmpty()) {
            return Future.succeededFuture(selection);
        }
        List<DocumentRecord> shown =
                selection.documents().stream().filter(seen.get()).toList();
        return shown.isEmpty()
                ? Future.failedFuture(new CauseException("What stands still for " + fix.causeKey()
                        + " is not what you were shown any more, so nothing was done. See again what it would free."))
                : Future.succeededFuture(new Selection(
                        shown,
                        selection.more() || shown.size() < selection.documents().size()));
    }

    private CrossReference reference(CauseFix fix, CauseFix.Translate way, Selection selection) {
        boolean outbound = selection.documents().get(0).direction() == Direction.OUTBOUND;
        MissingTranslation missing = MissingTranslation.of(fix.causeKey(), outbound)
                .orElseThrow(() -> new CauseException("No translation would free what stands still for "
                        + fix.causeKey() + ". Its reason says what to do; then have it done again, or accept it."));
        try {
            CrossReference reference = missing.by(way.means(), way.legalEntity(), way.from());
            places.refuseUnknown(reference.scope());
            return reference;
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new CauseException(why.endsWith("?") || why.endsWith(".") ? why : why + ".");
        }
    }

    private Future<CrossReference> checked(CrossReference reference, boolean unchecked) {
        return unchecked
                ? Future.succeededFuture(reference)
                : check.of(List.of(reference))
                        .recover(failure -> Future.failedFuture(
                                failure instanceof ReferenceCheck.NotTold why
                                        ? new CauseException(
                                                why.getMessage()
                                                        + " Nothing was changed; try again later, or have it entered unchecked.")
                                        : failure))
                        .compose(unfounded -> unfounded.isEmpty()
                                ? Future.succeededFuture(reference)
                                : Future.failedFuture(new CauseException("Nothing was changed: "
                                        + unfounded.get(0).why() + "; or have it entered unchecked.")));
    }

    /** Whether it was entered now; false if it was there before. */
    private Future<Boolean> entered(CrossReference reference, Editor editor) {
        return references.enter(List.of(reference), Overwriting.REFUSED, editor).compose(changes -> {
            if (CrossReferenceStore.done(changes, Overwriting.REFUSED)) {
                return Future.succeededFuture(changes.changesSomething());
            }
            CrossReference before = changes.replaced().get(0).before();
            return Future.failedFuture(new CauseException(before.key() + " means " + before.ours()
                    + " already, so another translation is no fix; replace it by itself if it is wrong."));
        });
    }

    private FixMark mark(CauseFix fix, Selection selection, boolean entered) {
        return new FixMark(
                engine.ids().next().text(),
                fix,
                selection.documents().getFirst().direction() == Direction.OUTBOUND,
                selection.documents().size(),
                entered);
    }

    private Future<Outcome> again(
            FixMark mark, Selection selection, String operator, String reason, FixProgress progress) {
        Replays replays = new Replays(engine);
        return each(
                mark,
                selection,
                operator,
                progress,
                id -> replays.replay(id, Optional.empty(), operator, reason, mark.details())
                        .map(result -> Json.of(id, result)));
    }

    private Future<Outcome> released(
            FixMark mark,
            Optional<Seen> seen,
            Selection selection,
            String operator,
            String reason,
            FixProgress progress) {
        Engine over = seen.map(what -> Conditional.on(engine, what)).orElse(engine);
        Interventions interventions = new Interventions(over.journal(), over.clock());
        return each(
                mark,
                selection,
                operator,
                progress,
                id -> engine.onContext(
                                interventions.act(id, Interventions.Verb.RELEASE, operator, reason, mark.details()))
                        .map(after -> new JsonObject()
                                .put("id", id.text())
                                .put("outcome", after.isPresent() ? "again" : "refused")
                                .put(
                                        "message",
                                        after.isPresent()
                                                ? "goes on despite its reason."
                                                : "It is being worked on, or does not stand still any more."))
                        .recover(failure -> failure instanceof ChangedMeanwhileException
                                ? Future.succeededFuture(new JsonObject()
                                        .put("id", id.text())
                                        .put("outcome", "refused")
                                        .put("message", "It changed since you saw what would become of it."))
                                : Future.failedFuture(failure)));
    }

    /** What goes on says so itself; what is left says why, so that the fix can be read from the histories whenever it is wanted. */
    private Future<Became> told(FixMark mark, String operator, Became one) {
        String said = one.word() + ": ";
        String why = one.message().startsWith(said) ? one.message().substring(said.length()) : one.message();
        return one.left()
                ? engine.onContext(engine.journal()
                                .note(
                                        one.document(),
                                        mark.left(engine.clock().instant(), operator, one.word(), why),
                                        List.of(),
                                        Optional.empty()))
                        .map(one)
                : Future.succeededFuture(one);
    }

    private interface Doing {
        Future<JsonObject> of(DocumentId id);
    }

    /** One after another, the oldest first, so that revisions of one order go out in their order. */
    private Future<Outcome> each(
            FixMark mark, Selection selection, String operator, FixProgress progress, Doing doing) {
        progress.begins(mark);
        Map<DocumentId, JsonObject> items = new LinkedHashMap<>();
        return OneAfterAnother.of(
                        selection.documents(),
                        document -> doing.of(document.id())
                                .compose(item -> told(mark, operator, typed(document.id(), item))
                                        .map(one -> {
                                            items.put(document.id(), item);
                                            progress.became(one);
                                            return null;
                                        })))
                .map(ignored -> new Outcome(
                        Optional.of(mark.id()), items, selection.more(), Optional.empty(), Optional.empty()));
    }
}
