package io.mlconnector.console.cause;

import io.mlconnector.console.document.Choices;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.intervention.DocumentActions;
import io.mlconnector.console.live.Shared;
import io.mlconnector.console.live.Stream;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.crossreference.Suggestion;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.Suggestions;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why documents stand still, and what frees all of one cause at once. */
public final class Causes {

    /** More causes nobody works through. */
    private static final int MOST = 500;

    /** So many of its documents are named; a fix is for all of them. */
    private static final int MOST_NAMED = 500;

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final CauseFixing fixes;
    private final Candidates candidates;
    private final FixRuns runs;
    private final FixRunView runView;
    private final List<String> legalEntities;

    private final Shared<Listed> shared;

    private record Listed(List<StuckCause> causes, List<CauseList.Fix> last) {}

    /**
     * Over this workplace.
     *
     * @param stream that open pages follow
     */
    public Causes(Pages pages, Entry entry, Workplace workplace, Stream stream) {
        this.pages = pages;
        this.entry = entry;
        this.looking = workplace.looking();
        this.fixes = workplace.fixes();
        this.candidates = new Candidates(looking);
        this.runs = new FixRuns(workplace);
        this.runView = new FixRunView(pages, entry, workplace, runs);
        this.shared = new Shared<>(stream, looking.clock());
        this.legalEntities = Choices.of(workplace.connections()).legalEntities();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/causes").handler(this::list);
        router.get("/causes/fix").handler(this::ask);
        router.post("/causes/fix").handler(entry::receive).handler(this::fix);
        runView.mount(router);
    }

    private void list(RoutingContext context) {
        Optional<String> partner =
                Form.ofAddress(context.request(), List.of("partner")).given("partner");
        Future<Listed> listed =
                partner.isEmpty() ? shared.of(Shared.anew(context), () -> listed(partner)) : listed(partner);
        listed.onSuccess(found -> pages.show(
                        context,
                        "causes",
                        new CauseList(
                                pages.frame(context, "Causes", Section.CAUSES),
                                found.causes().stream().map(CauseRow::new).toList(),
                                found.last(),
                                partner)))
                .onFailure(context::fail);
    }

    private Future<Listed> listed(Optional<String> partner) {
        Future<List<StuckCause>> causes = looking.onContext(looking.journal().causes(partner, MOST));
        Future<List<CauseList.Fix>> last = runs.all().compose(this::outcomes);
        return Future.all(causes, last).map(ignored -> new Listed(causes.result(), last.result()));
    }

    private Future<List<CauseList.Fix>> outcomes(List<FixRun> all) {
        return looking.onContext(looking.crossReferences().all()).compose(known -> outcomes(all, known));
    }

    private Future<List<CauseList.Fix>> outcomes(List<FixRun> all, CrossReferences known) {
        List<Future<CauseList.Fix>> fixes = all.stream()
                .map(run -> FixRunView.now(looking, run)
                        .map(now -> new CauseList.Fix(run, Outcome.of(run, now), run.translation(known.all()))))
                .toList();
        return Future.all(fixes)
                .map(ignored -> fixes.stream().map(Future::result).toList());
    }

    /** What a form showed is gone when its address is opened again, which names no cause; the list is not. */
    private void ask(RoutingContext context) {
        String cause = Form.ofAddress(context.request(), List.of("cause")).text("cause");
        if (cause.isEmpty()) {
            Pages.go(
                    context,
                    "/causes",
                    "Choose the cause here to see again what a fix would free. What was done before stands below.");
            return;
        }
        show(context, cause, Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void show(
            RoutingContext context,
            String causeKey,
            Map<String, String> given,
            Map<String, FixPage.Foreseen> became,
            Optional<String> refused,
            Optional<String> also,
            Optional<String> against) {
        Future<List<StuckCause>> causes = looking.onContext(looking.journal().causes(MOST));
        Future<Selection> documents =
                Selection.of(looking, DocumentFilter.ALL.where(new Criterion.StuckBecause(causeKey)), MOST_NAMED);
        Future<Map<String, List<Suggestion>>> known = Suggestions.of(looking, List.of(causeKey));
        Future<List<Candidate>> candidates =
                documents.compose(found -> this.candidates.of(missing(causeKey, found.documents()), found.documents()));
        Future.all(causes, documents, known, candidates)
                .onSuccess(ignored -> {
                    Optional<StuckCause> cause = causes.result().stream()
                            .filter(one -> one.causeKey().equals(causeKey))
                            .findFirst()
                            .or(() -> putOff(causeKey, documents.result().documents()));
                    if (cause.isEmpty()) {
                        pages.problem(
                                context,
                                404,
                                "Nothing stands still for it",
                                "No document stands still for this cause any more: somebody fixed it, or it went away by itself.");
                        return;
                    }
                    pages.show(
                            context,
                            refused.isPresent() ? 409 : 200,
                            "fix",
                            new FixPage(
                                    pages.frame(context, "Fix a cause", Section.CAUSES),
                                    new CauseRow(cause.get()),
                                    missing(causeKey, documents.result().documents()),
                                    known.result().getOrDefault(causeKey, List.of()),
                                    candidates.result(),
                                    documents.result().documents().stream()
                                            .map(DocumentRow::new)
                                            .toList(),
                                    legalEntities,
                                    given,
                                    became,
                                    refused,
                                    also,
                                    against,
                                    documents.result().more()));
                })
                .onFailure(context::fail);
    }

    private static Optional<MissingTranslation> missing(String causeKey, List<DocumentRecord> documents) {
        return MissingTranslation.of(
                causeKey, documents.stream().anyMatch(one -> one.direction() == Direction.OUTBOUND));
    }

    /** Where all that stand still for it are put off, none counts; what a fix would free is there all the same. */
    private static Optional<StuckCause> putOff(String causeKey, List<DocumentRecord> documents) {
        return documents.stream()
                .max(Comparator.comparing(DocumentRecord::changedAt))
                .flatMap(last -> last.reason()
                        .map(example -> new StuckCause(
                                causeKey,
                                example,
                                0,
                                Map.of(),
                                Optional.empty(),
                                documents.stream()
                                        .map(DocumentRecord::since)
                                        .min(Comparator.naturalOrder())
                                        .orElse(last.since()),
                                last.since(),
                                documents.stream()
                                        .map(DocumentRecord::partner)
                                        .filter(partner -> !partner.isEmpty())
                                        .distinct()
                                        .sorted()
                                        .toList())));
    }

    private void fix(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        String causeKey = form.text("cause");
        Map<String, String> given = new LinkedHashMap<>();
        List.of("way", "means", "legalEntity", "from", "unchecked", "reason")
                .forEach(name -> form.given(name).ifPresent(value -> given.put(name, value)));
        CauseFix fix = new CauseFix(causeKey, way(form));
        Operator operator = context.get(Pages.OPERATOR);
        allowed(operator, fix.way());
        boolean now = form.text("step").equals("fix");
        Future<Void> answered = now
                ? runs.begin(fix, operator.name(), form.text("reason")).map(run -> {
                    Pages.go(context, run.address());
                    return null;
                })
                : seen(causeKey)
                        .compose(seen -> fixes.foresee(fix).map(fixed -> {
                            if (fix.way() instanceof CauseFix.Accept) {
                                given.put("seen", seen.text());
                            }
                            Map<String, FixPage.Foreseen> became = new LinkedHashMap<>();
                            fixed.documents()
                                    .forEach(one -> became.put(
                                            one.document().text(),
                                            new FixPage.Foreseen(
                                                    one.word(), Helpless.told(fix, staying(one.message())))));
                            show(context, causeKey, given, became, Optional.empty(), fixed.also(), fixed.against());
                            return null;
                        }));
        answered.onFailure(failure -> {
            if (failure instanceof CauseException why) {
                show(
                        context,
                        causeKey,
                        given,
                        Map.of(),
                        Optional.of(String.valueOf(why.getMessage())),
                        Optional.empty(),
                        Optional.empty());
            } else {
                context.fail(failure);
            }
        });
    }

    /** What is shown of its documents now: what is told of them belongs to this, or to less. */
    private Future<Seen> seen(String causeKey) {
        Instant asOf = looking.clock().instant();
        return Selection.of(looking, DocumentFilter.ALL.where(new Criterion.StuckBecause(causeKey)), MOST_NAMED)
                .map(selection -> Seen.of(asOf, selection.documents()));
    }

    /** All documents of a cause stand still already. */
    private static String staying(String message) {
        return message.replaceFirst("^held: ", "It stays held: ");
    }

    private static void allowed(Operator operator, CauseFix.Way way) {
        switch (way) {
            case CauseFix.Translate ignored -> Acting.allowed(operator, Permission.TRANSLATE);
            case CauseFix.Accept ignored -> Acting.allowed(operator, Permission.RELEASE);
            case CauseFix.Again ignored -> Acting.allowed(operator, Permission.REPLAY);
        }
    }

    private static CauseFix.Way way(Form form) {
        return switch (form.text("way")) {
            case "accept" -> new CauseFix.Accept(DocumentActions.seen(form));
            case "again" -> new CauseFix.Again();
            case "translate" -> translate(form);
            default -> throw new UnusableException("Choose how the documents shall go on.");
        };
    }

    private static CauseFix.Way translate(Form form) {
        try {
            return new CauseFix.Translate(
                    form.given("means")
                            .orElseThrow(() ->
                                    new UnusableException("Say what the word means, then look what it would do.")),
                    form.given("legalEntity").map(LegalEntity::new),
                    form.given("from").map(LocalDate::parse),
                    form.ticked("unchecked"));
        } catch (DateTimeParseException e) {
            throw new UnusableException("A day looks like 2026-03-10.");
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ".");
        }
    }
}
