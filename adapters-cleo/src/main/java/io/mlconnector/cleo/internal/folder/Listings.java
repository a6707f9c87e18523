package io.mlconnector.cleo.internal.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.cleo.internal.listing.Entry;
import io.mlconnector.cleo.internal.listing.Page;
import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.cleo.internal.session.Json;
import io.mlconnector.cleo.internal.session.Request;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.view.FolderGlance;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads listings page by page. A listing is whole or a failure: what nobody sees, nobody misses. */
final class Listings {

    /** A page after the first one is asked for again so often, so that a long listing need not begin anew. */
    private static final int REPEATS = 3;

    /** Longer pauses end the listing; the next look begins anew. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Session session;
    private final CleoOptions options;
    private final Links links;

    Listings(Session session, CleoOptions options, Links links) {
        this.session = session;
        this.options = options;
        this.links = links;
    }

    /**
     * What a listing has.
     *
     * @param entries each once
     * @param untold what is wrong with an entry that does not say whether it is a file or a folder; empty if all do
     */
    record Seen(List<Entry> entries, String untold) {}

    /** A listing to be read. */
    private record Asked(String url, String template, String what, Predicate<List<Entry>> enough) {}

    /**
     * All entries behind a URL.
     *
     * @param enough is shown the new entries of each page and ends the listing early by true
     */
    Future<Outcome<Seen>> read(String url, String template, String what, Predicate<List<Entry>> enough) {
        return page(new Asked(url, template, what, enough), new Sweep(), 0);
    }

    /** Asks for the first entry only. */
    Future<Outcome<FolderGlance>> glance(String url, String template, String what) {
        return request(new Asked(url, template, what, page -> true), 0, 1)
                .map(outcome ->
                        outcome.map(page -> new FolderGlance(page.entries().isEmpty(), page.total())));
    }

    private Future<Outcome<Page>> request(Asked asked, long start, int count) {
        String url = asked.url() + (asked.url().contains("?") ? "&" : "?") + "startIndex=" + start + "&count=" + count;
        Request request = Request.get(url, links.rateKey(asked.url(), asked.template()), options.requestTimeout());
        return session.send(request, asked.what(), false).map(outcome -> outcome.then(answer -> read(asked, answer)));
    }

    private Future<Outcome<Seen>> page(Asked asked, Sweep sweep, int repeats) {
        return request(asked, sweep.start(), options.dialect().pageSize()).compose(outcome -> {
            if (outcome instanceof Outcome.Done<Page>(Page page)) {
                return added(asked, sweep, page);
            }
            if (outcome instanceof Outcome.NotNow<Page>(Problem why, Optional<Duration> after)
                    && !sweep.fresh()
                    && repeats < REPEATS
                    && after.orElse(Duration.ZERO).compareTo(LONGEST_PAUSE) <= 0) {
                return session.after(after.orElse(Duration.ofSeconds(1)))
                        .compose(ignored -> page(asked, sweep, repeats + 1));
            }
            return Future.succeededFuture(outcome.map(ignored -> new Seen(List.of(), "")));
        });
    }

    private Outcome<Page> read(Asked asked, Answer answer) {
        if (answer.status() == 404) {
            return FolderFinder.missing(asked.what().replaceFirst("^(Listing|Looking for folder) ", ""), List.of());
        }
        if (!answer.good()) {
            return Refusals.ofRead(answer, asked.what());
        }
        Optional<JsonNode> json = Json.read(answer.body());
        if (json.isEmpty()) {
            return Outcome.notNow(Problem.of(
                    ProblemCode.ANSWER_UNREADABLE,
                    "",
                    asked.what() + " returned a response that is not a JSON listing."));
        }
        Page page = Page.of(json.get(), options.dialect().members());
        return page.misunderstood().isEmpty() ? Outcome.done(page) : misunderstood(asked.what(), page.misunderstood());
    }

    /** What is not understood is not taken for an empty folder. */
    static <T> Outcome<T> misunderstood(String what, String why) {
        return Outcome.notNow(Problem.of(ProblemCode.ANSWER_UNREADABLE, "", what + ": " + why + "."));
    }

    private Future<Outcome<Seen>> added(Asked asked, Sweep sweep, Page page) {
        List<Entry> fresh = sweep.add(page);
        boolean enough = asked.enough().test(fresh);
        if (sweep.size() > options.mostEntries()) {
            return Future.succeededFuture(Outcome.refused(Problem.of(
                    ProblemCode.FOLDER_TOO_LARGE,
                    asked.what(),
                    asked.what() + " was ended after " + options.mostEntries()
                            + " entries, so that some of its files are"
                            + " not seen. Have old files removed there, or set cleo.largestFolder higher.")));
        }
        if (enough) {
            return seen(sweep);
        }
        return switch (sweep.after(page, options.dialect().pageSize())) {
            case PAGE -> page(asked, sweep, 0);
            case WHOLE -> seen(sweep);
            case REPEATS ->
                Future.succeededFuture(incomplete(
                        asked,
                        "shows the same entries on every page, so that the others cannot be seen. Set cleo.dialect.pageSize"
                                + " to another number, higher than the number of files in the folder"));
            case SHORT ->
                Future.succeededFuture(incomplete(
                        asked,
                        "ended after " + sweep.size() + " entries, and says that there are "
                                + page.total().orElse(0) + ". Have old files removed there"));
        };
    }

    private static Future<Outcome<Seen>> seen(Sweep sweep) {
        return Future.succeededFuture(Outcome.done(new Seen(sweep.entries(), sweep.untold())));
    }

    private static Outcome<Seen> incomplete(Asked asked, String why) {
        return Outcome.notNow(
                Problem.of(ProblemCode.LISTING_INCOMPLETE, asked.what(), asked.what() + ": Cleo " + why + "."));
    }
}
