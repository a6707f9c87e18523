package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.Engine;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The alignment tables: seen, entered and removed (contract, section 4). */
public final class CrossReferencesApi {

    private static final String PATH = "/api/v1/cross-references";
    private static final int MOST = 1_000;

    /** The id of every translation that there is or was; rows stay when translations are removed. */
    private static final Pattern ID = Pattern.compile("xr-[0-9a-f]{17}");

    private static final Set<String> KEY = Set.of("partner", "legalEntity", "kind", "theirs", "from", "reason");
    private static final Set<String> MEMBERS = Set.of(
            "partner",
            "legalEntity",
            "kind",
            "theirs",
            "from",
            "until",
            "ours",
            "reason",
            "replace",
            "unchecked",
            "forecast");

    /** Title of the refusal of what F&O does not have; {@code problems} says what. */
    public static final String NOT_THERE = "Not in F&O";

    /** Title of the refusal while F&O cannot say whether it has it; {@code problems} says why. */
    public static final String NOT_TOLD = "F&O cannot say";

    /** Title of the refusal of what would take the place of something else; {@code before} is that. */
    public static final String OTHERWISE = "Translated otherwise";

    private final CrossReferenceStore reading;
    private final CrossReferenceStore writing;
    private final ConfiguredPlaces places;
    private final ReferenceCheck check;
    private final Function<List<CrossReference>, Future<JsonObject>> effects;
    private final CrossReferenceFiles files;
    private final CrossReferenceHistory history;

    /**
     * On these tables.
     *
     * @param looking the engine for those who only look
     * @param reading for those who only look
     * @param writing for those who change something
     * @param places against which new ones are checked
     * @param check asks F&O whether it has what new ones name
     * @param effects says what would become of documents, with new ones that are not entered
     */
    public CrossReferencesApi(
            Engine looking,
            CrossReferenceStore reading,
            CrossReferenceStore writing,
            ConfiguredPlaces places,
            ReferenceCheck check,
            Function<List<CrossReference>, Future<JsonObject>> effects) {
        this.reading = reading;
        this.writing = writing;
        this.places = places;
        this.check = check;
        this.effects = effects;
        this.files = new CrossReferenceFiles(looking.loop(), reading, writing, places, check, effects);
        this.history = new CrossReferenceHistory(looking, reading);
    }

    /**
     * Adds its routes; who is not signed in does not reach them.
     *
     * @param operator who asks
     */
    public void mount(ApiRouter router, Function<RoutingContext, String> operator) {
        router.get(PATH, Set.of("partner", "kind", "q", "limit", "after"), this::list);
        router.put(PATH, ApiRouter.NO_WORDS, context -> enter(context, operator.apply(context)));
        router.delete(PATH, ApiRouter.NO_WORDS, context -> remove(context, operator.apply(context)));
        history.mount(router, PATH);
        files.mount(router, PATH, operator);
    }

    private void list(RoutingContext context) {
        int most = Query.number(context, "limit", MOST, MOST);
        String kind = Query.text(context, "kind");
        String after = Query.text(context, "after");
        if (!after.isEmpty() && !ID.matcher(after).matches()) {
            throw Cursors.none();
        }
        CrossReferenceStore.Wanted wanted = new CrossReferenceStore.Wanted(
                Query.text(context, "partner"),
                kind.isEmpty() ? Optional.empty() : Optional.of(read("kind", () -> CrossReferenceCsv.kind(kind))),
                Query.text(context, "q"));
        reading.page(wanted, Optional.of(after).filter(id -> !id.isEmpty()), most + 1)
                .map(found -> {
                    // Of a partner that is not configured any more what is there is shown.
                    boolean nothing = found.isEmpty()
                            && after.isEmpty()
                            && kind.isEmpty()
                            && wanted.part().isEmpty();
                    return nothing && !wanted.partner().isEmpty() ? configured(wanted.partner(), found) : found;
                })
                .onSuccess(found -> Answers.page(
                        context,
                        found,
                        most,
                        CrossReferenceJson::of,
                        one -> one.id().text()))
                .onFailure(context::fail);
    }

    private <T> T configured(String partner, T found) {
        read("partner", () -> {
            places.refuseUnknown(new CrossReferenceScope(Optional.of(new PartnerId(partner)), Optional.empty()));
            return partner;
        });
        return found;
    }

    private void enter(RoutingContext context, String operator) {
        Members body = Members.of(context, MEMBERS);
        // Read before anything is judged: a member of the wrong type is named first.
        boolean replace = body.flag("replace");
        boolean unchecked = body.flag("unchecked");
        boolean forecast = body.flag("forecast");
        String reason = body.text("reason").orElse("");
        String kind = said(body, "kind");
        String theirs = said(body, "theirs");
        String ours = said(body, "ours");
        EffectiveDates dates = read("until", () -> new EffectiveDates(body.day("from"), body.day("until")));
        CrossReferenceScope scope = scope(body);
        CrossReference.Kind known = read("kind", () -> CrossReferenceCsv.kind(kind));
        if (theirs.isEmpty() || ours.isEmpty()) {
            throw new BadRequest(theirs.isEmpty() ? "theirs" : "ours", "theirs and ours must both be given.");
        }
        CrossReference wanted = read("theirs", () -> new CrossReference(scope, known, theirs, ours, dates).usable());
        // Last, for nothing is wrong with the request itself.
        try {
            places.refuseUnknown(scope);
        } catch (IllegalArgumentException e) {
            Problems.answer(context, 409, "Not configured", String.valueOf(e.getMessage()));
            return;
        }
        if (forecast) {
            effects.apply(List.of(wanted))
                    .onSuccess(found -> Answers.json(context, found))
                    .onFailure(context::fail);
            return;
        }
        Overwriting overwriting = replace ? Overwriting.ALLOWED : Overwriting.REFUSED;
        checked(wanted, unchecked)
                .onSuccess(refusal -> refusal.ifPresentOrElse(
                        why -> Problems.answer(
                                context,
                                409,
                                why.title(),
                                why.detail() + ". Send \"unchecked\": true to enter it all the same.",
                                new JsonObject().put("problems", new JsonArray(why.problems()))),
                        () -> writing.enter(List.of(wanted), overwriting, new Editor(operator, reason, unchecked))
                                .onSuccess(changes -> entered(context, wanted, changes, overwriting))
                                .onFailure(context::fail)))
                .onFailure(context::fail);
    }

    /**
     * Why it is not entered.
     *
     * @param problems in sentences
     */
    private record Refusal(String title, String detail, List<String> problems) {}

    /** A failure to ask F&O is a reason as well. */
    private Future<Optional<Refusal>> checked(CrossReference wanted, boolean unchecked) {
        return unchecked
                ? Future.succeededFuture(Optional.empty())
                : check.of(List.of(wanted))
                        .map(unfounded -> unfounded.stream()
                                .findFirst()
                                .map(one -> new Refusal(
                                        NOT_THERE,
                                        Character.toUpperCase(one.why().charAt(0))
                                                + one.why().substring(1),
                                        List.of(one.why() + "."))))
                        .recover(failure -> failure instanceof ReferenceCheck.NotTold why
                                ? Future.succeededFuture(Optional.of(new Refusal(
                                        NOT_TOLD,
                                        why.getMessage() + " Nothing was entered; try again later",
                                        List.of(String.valueOf(why.getMessage())))))
                                : Future.failedFuture(failure));
    }

    private static void entered(
            RoutingContext context, CrossReference wanted, CrossReferenceChanges changes, Overwriting overwriting) {
        if (CrossReferenceStore.done(changes, overwriting)) {
            Answers.json(
                    context,
                    changes.added().isEmpty() ? 200 : 201,
                    CrossReferenceJson.of(wanted).put("changed", changes.changesSomething()));
            return;
        }
        CrossReferenceChanges.Replaced there = changes.replaced().get(0);
        Problems.answer(
                context,
                409,
                OTHERWISE,
                there.before().key() + " means " + there.before().ours() + ". Send \"replace\": true to put "
                        + wanted.ours() + " in its place.",
                new JsonObject().put("before", CrossReferenceJson.of(there.before())));
    }

    private void remove(RoutingContext context, String operator) {
        Members body = Members.of(context, KEY);
        String reason = body.text("reason").orElse("");
        String kind = said(body, "kind");
        String theirs = said(body, "theirs");
        Optional<LocalDate> from = body.day("from");
        CrossReference.Key key =
                new CrossReference.Key(scope(body), read("kind", () -> CrossReferenceCsv.kind(kind)), theirs, from);
        writing.remove(key, new Editor(operator, reason))
                .onSuccess(removed -> {
                    if (removed.isPresent()) {
                        Answers.json(context, CrossReferenceJson.of(removed.get()));
                    } else {
                        Problems.answer(context, 404, "Not found", "There is no translation of " + key + ".");
                    }
                })
                .onFailure(context::fail);
    }

    /** Empty if it is absent, which is judged when everything was read. */
    private static String said(Members body, String name) {
        Optional<String> text = body.text(name);
        if (text.filter(String::isBlank).isPresent()) {
            throw new BadRequest(name, name + " must not be empty.");
        }
        return text.orElse("");
    }

    private static CrossReferenceScope scope(Members body) {
        return new CrossReferenceScope(
                body.filled("partner").map(text -> read("partner", () -> new PartnerId(text))),
                body.legalEntity("legalEntity"));
    }

    /** What is read; refused under the name of the member if it cannot be. */
    static <T> T read(String member, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(member, String.valueOf(e.getMessage()));
        }
    }
}
