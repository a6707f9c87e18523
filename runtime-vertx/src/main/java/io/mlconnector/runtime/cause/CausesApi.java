package io.mlconnector.runtime.cause;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.Suggestions;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Documents that stand still, by cause, and what frees all of one cause (contract, section 4). */
public final class CausesApi {

    private static final int MOST = 500;
    private static final Set<String> FILTERS = Set.of("partner", "snoozed");
    private static final Set<String> MEMBERS =
            Set.of("causeKey", "means", "legalEntity", "from", "accept", "forecast", "unchecked", "reason");

    private static final Set<String> UNDO_MEMBERS = Set.of("fix", "forecast", "reason");

    private final Engine looking;
    private final CauseFixes fixes;
    private final RequestedPlaces places;

    /**
     * On this journal.
     *
     * @param looking the engine for those who only look
     * @param places against which filters are checked
     */
    public CausesApi(Engine looking, CauseFixes fixes, RequestedPlaces places) {
        this.places = places;
        this.looking = looking;
        this.fixes = fixes;
    }

    /**
     * Adds its routes; who is not signed in does not reach them.
     *
     * @param operator who asks
     */
    public void mount(ApiRouter router, Function<RoutingContext, String> operator) {
        router.get("/api/v1/causes", FILTERS, this::list);
        router.post("/api/v1/causes:fix", ApiRouter.NO_WORDS, context -> fix(context, operator.apply(context)));
        router.post("/api/v1/causes:undo", ApiRouter.NO_WORDS, context -> undo(context, operator.apply(context)));
    }

    private void list(RoutingContext context) {
        Optional<String> partner = Optional.of(Query.text(context, "partner")).filter(text -> !text.isEmpty());
        boolean putOff = Query.flag(context, "snoozed");
        places.check(
                        DocumentFilter.ALL.where(
                                partner.stream().map(Criterion.OfPartner::new).toArray(Criterion[]::new)),
                        "")
                .compose(ignored -> looking.onContext(looking.journal().causes(partner, putOff, MOST)))
                .compose(causes -> Suggestions.of(
                                looking,
                                causes.stream().map(StuckCause::causeKey).toList())
                        .map(suggested -> causes.stream()
                                .map(cause -> CauseJson.of(cause, suggested.getOrDefault(cause.causeKey(), List.of())))
                                .toList()))
                .onSuccess(causes -> {
                    JsonArray items = new JsonArray(causes);
                    Answers.json(context, new JsonObject().put("items", items).putNull("next"));
                })
                .onFailure(context::fail);
    }

    private void fix(RoutingContext context, String operator) {
        Members body = Members.of(context, MEMBERS);
        // All are read before any of them is judged: a member of the wrong type is named first.
        Optional<String> named = body.text("causeKey").filter(text -> !text.isBlank());
        boolean accept = body.flag("accept");
        boolean forecast = body.flag("forecast");
        boolean unchecked = body.flag("unchecked");
        String reason = body.text("reason").orElse("");
        Optional<String> means = body.filled("means");
        Optional<LegalEntity> legalEntity = body.legalEntity("legalEntity");
        Optional<LocalDate> from = body.day("from");
        String causeKey = named.orElseThrow(
                () -> new BadRequest("causeKey", "causeKey must name a cause of GET /api/v1/causes."));
        if (accept && means.isPresent()) {
            throw new BadRequest("accept", "Either means, or accept; not both.");
        }
        CauseFix.Way way = means.<CauseFix.Way>map(word -> new CauseFix.Translate(word, legalEntity, from, unchecked))
                .orElseGet(() -> accept ? new CauseFix.Accept() : new CauseFix.Again());
        CauseFix fix = new CauseFix(causeKey, way);
        (forecast ? fixes.forecast(fix) : fixes.apply(fix, operator, reason))
                .onSuccess(outcome -> {
                    JsonArray items = new JsonArray();
                    outcome.items().values().forEach(items::add);
                    Answers.json(
                            context,
                            new JsonObject()
                                    .put("fix", outcome.fix().orElse(null))
                                    .put("items", items)
                                    .put("count", items.size())
                                    .put("more", outcome.more())
                                    .put("also", outcome.also().orElse(null))
                                    .put("against", outcome.against().orElse(null)));
                })
                .onFailure(failure -> refused(context, failure));
    }

    private void undo(RoutingContext context, String operator) {
        Members body = Members.of(context, UNDO_MEMBERS);
        Optional<String> named = body.text("fix").filter(text -> !text.isBlank());
        boolean forecast = body.flag("forecast");
        String reason = body.text("reason").orElse("");
        String fix = named.orElseThrow(
                () -> new BadRequest("fix", "fix must name a fix, as the answer of POST /api/v1/causes:fix does."));
        (forecast ? fixes.foreseeUndo(fix) : fixes.undo(fix, operator, reason))
                .onSuccess(undone -> Answers.json(context, CauseJson.of(undone)))
                .onFailure(failure -> refused(context, failure));
    }

    private static void refused(RoutingContext context, Throwable failure) {
        if (failure instanceof CauseException why) {
            Problems.answer(context, 409, "Not possible", String.valueOf(why.getMessage()));
        } else {
            context.fail(failure);
        }
    }
}
