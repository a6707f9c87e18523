package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferenceCheck.Unfounded;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.postgres.alignment.RecordedCrossReference;
import io.mlconnector.runtime.crossreference.CrossReferenceCsv.Content;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Query;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Translations as CSV: all that there are, and a file that is entered whole or not at all. */
final class CrossReferenceFiles {

    private static final int MOST_MISTAKES = 100;

    private final Loop loop;
    private final CrossReferenceStore reading;
    private final CrossReferenceStore writing;
    private final ConfiguredPlaces places;
    private final ReferenceCheck check;
    private final Function<List<CrossReference>, Future<JsonObject>> effects;

    CrossReferenceFiles(
            Loop loop,
            CrossReferenceStore reading,
            CrossReferenceStore writing,
            ConfiguredPlaces places,
            ReferenceCheck check,
            Function<List<CrossReference>, Future<JsonObject>> effects) {
        this.loop = loop;
        this.reading = reading;
        this.writing = writing;
        this.places = places;
        this.check = check;
        this.effects = effects;
    }

    void mount(ApiRouter router, String path, Function<RoutingContext, String> operator) {
        router.get(path + ":export", ApiRouter.NO_WORDS, this::export);
        router.post(
                path + ":import",
                Set.of("forecast", "replace", "unchecked", "reason"),
                context -> taken(context, operator.apply(context)));
    }

    private void export(RoutingContext context) {
        reading.list()
                .compose(all -> loop.beside(() -> {
                    StringBuilder text = new StringBuilder();
                    CrossReferenceCsv.write(
                            all.stream().map(RecordedCrossReference::reference).toList(), text);
                    return Buffer.buffer(text.toString());
                }))
                .onSuccess(text -> Answers.bytes(context, "text/csv; charset=utf-8; header=present", text))
                .onFailure(context::fail);
    }

    /** How a file is to be entered. */
    private record Wish(boolean forecast, Overwriting overwriting, boolean unchecked, Editor editor) {}

    private void taken(RoutingContext context, String operator) {
        boolean unchecked = Query.flag(context, "unchecked");
        Wish wish = new Wish(
                Query.flag(context, "forecast"),
                Query.flag(context, "replace") ? Overwriting.ALLOWED : Overwriting.REFUSED,
                unchecked,
                new Editor(operator, Query.text(context, "reason"), unchecked));
        Buffer body = RequestBody.of(context);
        if (body.length() == 0) {
            throw new BadRequest("", "The body must be a CSV file.");
        }
        loop.beside(() -> CrossReferenceCsv.read(body.getBytes(), places))
                .onSuccess(content -> {
                    if (content.mistakes().isEmpty()) {
                        check(context, content, wish);
                    } else {
                        refuse(context, 422, "Cannot be used", "The file cannot be used", content.mistakes());
                    }
                })
                .onFailure(context::fail);
    }

    private static void refuse(RoutingContext context, int status, String title, String what, List<String> problems) {
        Problems.answer(
                context,
                status,
                title,
                what + ": " + problems.getFirst() + " Nothing was entered.",
                new JsonObject().put("problems", new JsonArray(problems)));
    }

    private void check(RoutingContext context, Content content, Wish wish) {
        if (wish.unchecked()) {
            take(context, content, wish);
            return;
        }
        check.of(content.references())
                .onSuccess(unfounded -> {
                    if (unfounded.isEmpty()) {
                        take(context, content, wish);
                    } else {
                        refuse(
                                context,
                                409,
                                CrossReferencesApi.NOT_THERE,
                                "F&O does not have all that the file names",
                                sentences(unfounded, content));
                    }
                })
                .onFailure(failure -> {
                    if (failure instanceof ReferenceCheck.NotTold why) {
                        refuse(
                                context,
                                409,
                                CrossReferencesApi.NOT_TOLD,
                                "The file was not checked",
                                List.of(String.valueOf(why.getMessage())));
                    } else {
                        context.fail(failure);
                    }
                });
    }

    private static List<String> sentences(List<Unfounded> unfounded, Content content) {
        List<String> sentences = new ArrayList<>();
        unfounded.stream()
                .limit(MOST_MISTAKES)
                .forEach(one -> sentences.add("Line " + content.lines().get(one.position()) + ": " + one.why() + "."));
        if (unfounded.size() > MOST_MISTAKES) {
            sentences.add("And " + (unfounded.size() - MOST_MISTAKES) + " more.");
        }
        return sentences;
    }

    private void take(RoutingContext context, Content content, Wish wish) {
        if (wish.forecast()) {
            reading.preview(content.references())
                    .compose(changes -> effects.apply(content.references())
                            .map(found -> ImportJson.of(changes, content, wish.overwriting())
                                    .put("effects", found)))
                    .onSuccess(found -> Answers.json(context, found))
                    .onFailure(context::fail);
            return;
        }
        writing.enter(content.references(), wish.overwriting(), wish.editor())
                .onSuccess(changes -> entered(context, changes, content, wish.overwriting()))
                .onFailure(context::fail);
    }

    private static void entered(
            RoutingContext context, CrossReferenceChanges changes, Content content, Overwriting overwriting) {
        JsonObject told = ImportJson.of(changes, content, overwriting);
        if (CrossReferenceStore.done(changes, overwriting)) {
            Answers.json(context, told);
            return;
        }
        Problems.answer(
                context,
                409,
                changes.contradicting().isEmpty() ? CrossReferencesApi.OTHERWISE : "Contradicts itself",
                told.getJsonArray("remarks").getString(0) + ". Nothing was entered."
                        + (changes.contradicting().isEmpty() ? " Send replace=true to replace what is there." : ""),
                told);
    }
}
