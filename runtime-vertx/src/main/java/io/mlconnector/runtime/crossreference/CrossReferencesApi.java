package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.postgres.alignment.RecordedCrossReference;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The alignment tables: seen, entered and removed (contract, section 4). */
public final class CrossReferencesApi {

    private static final String PATH = "/api/v1/cross-references";
    private static final int MOST = 1_000;
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

    private final CrossReferenceStore reading;
    private final CrossReferenceStore writing;
    private final ConfiguredPlaces places;
    private final ReferenceCheck check;
    private final Function<List<CrossReference>, Future<JsonObject>> effects;

    /**
     * On these tables.
     *
     * @param reading for those who only look
     * @param writing for those who change something
     * @param places against which new ones are checked
     * @param check asks F&O whether it has what new ones name
     * @param effects says what would become of documents, with new ones that are not entered
     */
    public CrossReferencesApi(
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
    }

    /**
     * Adds its routes; who is not signed in does not reach them.
     *
     * @param operator who asks
     */
    public void mount(Router router, Function<RoutingContext, String> operator) {
        router.get(PATH).handler(this::list);
        router.put(PATH).handler(context -> enter(context, operator.apply(context)));
        router.delete(PATH).handler(context -> remove(context, operator.apply(context)));
    }

    private void list(RoutingContext context) {
        Query.only(context, Set.of("partner", "kind", "q", "after"));
        String partner = Query.text(context, "partner");
        String kind = Query.text(context, "kind");
        String part = Query.text(context, "q").toLowerCase(Locale.ROOT);
        String after = Query.text(context, "after");
        if (!kind.isEmpty()) {
            read("kind", () -> CrossReferenceCsv.kind(kind));
        }
        reading.list()
                .onSuccess(all -> {
                    JsonArray items = new JsonArray();
                    boolean begun = after.isEmpty();
                    String next = null;
                    for (RecordedCrossReference one : all) {
                        if (items.size() == MOST) {
                            next = items.getJsonObject(MOST - 1).getString("id");
                            break;
                        }
                        if (begun && wanted(one.reference(), partner, kind, part)) {
                            items.add(CrossReferenceJson.of(one));
                        }
                        begun |= one.id().text().equals(after);
                    }
                    Answers.json(context, new JsonObject().put("items", items).put("next", next));
                })
                .onFailure(context::fail);
    }

    private static boolean wanted(CrossReference one, String partner, String kind, String part) {
        return (partner.isEmpty()
                        || one.scope().partner().map(PartnerId::id).orElse("").equals(partner))
                && (kind.isEmpty() || one.kind().word().equalsIgnoreCase(kind))
                && (one.theirs().toLowerCase(Locale.ROOT).contains(part)
                        || one.ours().toLowerCase(Locale.ROOT).contains(part));
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
        CrossReference wanted = read("theirs", () -> new CrossReference(scope, known, theirs, ours, dates));
        // Last, for nothing is wrong with the request itself.
        try {
            places.refuseUnknown(scope);
        } catch (IllegalArgumentException e) {
            Problems.answer(context, 409, "Not configured", e.getMessage() + ".");
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
                .onSuccess(missing -> missing.ifPresentOrElse(
                        why -> Problems.answer(
                                context,
                                409,
                                "Not in F&O",
                                why + ". Send \"unchecked\": true to enter it all the same."),
                        () -> writing.enter(List.of(wanted), overwriting, new Editor(operator, reason, unchecked))
                                .onSuccess(changes -> entered(context, wanted, changes, overwriting))
                                .onFailure(context::fail)))
                .onFailure(context::fail);
    }

    /** Why it is not entered; a failure to ask F&O is a reason as well. */
    private Future<Optional<String>> checked(CrossReference wanted, boolean unchecked) {
        return unchecked
                ? Future.succeededFuture(Optional.empty())
                : check.of(List.of(wanted))
                        .map(unfounded -> unfounded.stream()
                                .findFirst()
                                .map(one -> Character.toUpperCase(one.why().charAt(0))
                                        + one.why().substring(1)))
                        .recover(failure -> failure instanceof ReferenceCheck.NotTold why
                                ? Future.succeededFuture(
                                        Optional.of(why.getMessage() + " Nothing was entered; try again later"))
                                : Future.failedFuture(failure));
    }

    private static void entered(
            RoutingContext context, CrossReference wanted, CrossReferenceChanges changes, Overwriting overwriting) {
        if (CrossReferenceStore.done(changes, overwriting)) {
            Answers.json(context, changes.added().isEmpty() ? 200 : 201, CrossReferenceJson.of(wanted));
            return;
        }
        CrossReferenceChanges.Replaced there = changes.replaced().get(0);
        Problems.answer(
                context,
                409,
                "Translated otherwise",
                there.before().key() + " means " + there.before().ours() + ". Send \"replace\": true to put "
                        + wanted.ours() + " in its place.");
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
                body.text("partner")
                        .filter(text -> !text.isBlank())
                        .map(text -> read("partner", () -> new PartnerId(text))),
                body.legalEntity("legalEntity"));
    }

    private static <T> T read(String member, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(member, String.valueOf(e.getMessage()));
        }
    }
}
