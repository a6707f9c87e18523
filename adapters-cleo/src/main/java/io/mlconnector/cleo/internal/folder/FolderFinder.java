package io.mlconnector.cleo.internal.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.cleo.internal.session.Json;
import io.mlconnector.cleo.internal.session.Request;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds folders by path and lists them page by page. Caches what it found until it turns out to be stale. */
final class FolderFinder {

    /** 200 pages of 100: more entries in one folder mean that files are never removed. */
    private static final int MOST_PAGES = 200;

    private final Session session;
    private final CleoOptions options;
    private final Links links;
    private final Map<FolderReference, Found> known = new ConcurrentHashMap<>();

    FolderFinder(Session session, CleoOptions options, Links links) {
        this.session = session;
        this.options = options;
        this.links = links;
    }

    /**
     * The location of a folder.
     *
     * @param children URL of its listing
     * @param upload URL that accepts uploads
     */
    record Found(String children, String upload) {}

    Future<Outcome<Found>> find(FolderReference folder) {
        Found found = known.get(folder);
        if (found != null) {
            return Future.succeededFuture(Outcome.done(found));
        }
        Future<Outcome<Found>> looked = switch (folder) {
            case FolderReference.ById(String id) ->
                Future.succeededFuture(Outcome.done(new Found(
                        links.at(options.dialect().children(), id),
                        links.at(options.dialect().upload(), id))));
            case FolderReference.ByPath(String path) ->
                descend(
                        path,
                        options.baseUrl() + options.dialect().root(),
                        options.dialect().root(),
                        path);
        };
        return looked.map(outcome -> outcome.map(there -> {
            known.put(folder, there);
            return there;
        }));
    }

    /** Discards a stale location: the folder is looked up again next time. */
    void forget(FolderReference folder) {
        known.remove(folder);
    }

    /**
     * Descends one level.
     *
     * @param rest the remaining path, beginning with a slash
     * @param listing URL that lists the current level
     */
    private Future<Outcome<Found>> descend(String whole, String listing, String template, String rest) {
        return pages(listing, template, "Looking for folder " + whole).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<List<Resource>>(List<Resource> entries))) {
                return Future.succeededFuture(outcome.then(ignored -> missing(whole, List.of())));
            }
            List<Resource> folders = entries.stream().filter(Resource::isFolder).toList();
            Optional<Resource> exact =
                    folders.stream().filter(entry -> entry.path().equals(whole)).findFirst();
            if (exact.isPresent()) {
                return Future.succeededFuture(Outcome.done(found(exact.get())));
            }
            List<String> segments = Arrays.asList(rest.substring(1).split("/", -1));
            Optional<Resource> next = named(folders, segments.get(0));
            if (next.isPresent() && segments.size() == 1) {
                return Future.succeededFuture(Outcome.done(found(next.get())));
            }
            String below = next.isPresent() ? rest.substring(1 + segments.get(0).length()) : rest;
            Optional<Resource> into = next.or(() -> root(folders));
            return into.map(folder -> descend(
                            whole, found(folder).children(), options.dialect().children(), below))
                    .orElseGet(() -> Future.succeededFuture(
                            missing(whole, folders.stream().map(Resource::name).toList())));
        });
    }

    /** Some tenants list a single top-level folder whose name is a slash or empty. */
    private static Optional<Resource> root(List<Resource> folders) {
        return folders.stream()
                .filter(folder -> folder.name().isEmpty() || folder.name().equals("/"))
                .findFirst();
    }

    private static Optional<Resource> named(List<Resource> folders, String name) {
        return folders.stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst()
                .or(() -> folders.stream()
                        .filter(folder -> folder.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private Found found(Resource folder) {
        Optional<String> childrenLink = links.resolve(Links.href(folder.json(), "children"));
        Optional<String> uploadLink = links.resolve(Links.href(folder.json(), "upload"));
        String children =
                childrenLink.orElseGet(() -> links.at(options.dialect().children(), folder.id()));
        boolean sameAddress =
                options.dialect().upload().equals(options.dialect().children());
        String upload = uploadLink.orElseGet(
                () -> sameAddress ? children : links.at(options.dialect().upload(), folder.id()));
        return new Found(children, upload);
    }

    private static <T> Outcome<T> missing(String path, List<String> seen) {
        return Outcome.refused(Problem.of(
                ProblemCode.FOLDER_NOT_FOUND,
                path,
                "Folder " + path + " does not exist in Cleo or is not visible to this user"
                        + (seen.isEmpty() ? "" : "; visible at that level: " + seen)
                        + ". Check the path and the user's permissions on it; then replay the failed documents."));
    }

    /** All entries behind a URL without duplicates; pages may shift while they are read. */
    Future<Outcome<List<Resource>>> pages(String listing, String template, String what) {
        return page(listing, template, what, 0, 1, new LinkedHashMap<>());
    }

    private Future<Outcome<List<Resource>>> page(
            String listing, String template, String what, int start, int pages, Map<String, Resource> seen) {
        String url = listing + (listing.contains("?") ? "&" : "?") + "startIndex=" + start + "&count="
                + options.dialect().pageSize();
        Request request = Request.get(url, links.rateKey(listing, template), options.requestTimeout());
        return session.send(request, what, false).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer>(Answer answer))) {
                return Future.succeededFuture(outcome.map(ignored -> List.of()));
            }
            Optional<JsonNode> json = Json.read(answer.body());
            if (answer.status() == 404) {
                return Future.succeededFuture(
                        missing(what.replaceFirst("^(Listing|Looking for folder) ", ""), List.of()));
            }
            if (!answer.good()) {
                return Future.succeededFuture(Refusals.ofRead(answer, what));
            }
            if (json.isEmpty()) {
                return Future.succeededFuture(Outcome.notNow(Problem.of(
                        ProblemCode.ANSWER_UNREADABLE, "", what + " returned a response that is not a JSON listing.")));
            }
            List<Resource> entries = Resource.of(json.get());
            int before = seen.size();
            entries.forEach(entry -> seen.putIfAbsent(entry.id() + "\n" + entry.name(), entry));
            int fetched = start + entries.size();
            int total = json.get().path("totalResults").asInt(-1);
            boolean whole = json.get().isArray() || (total >= 0 && fetched >= total);
            // Without a total, a page without new entries is the last one: the server may ignore startIndex.
            boolean end = entries.isEmpty() || (total < 0 && seen.size() == before);
            if (end || whole || pages >= MOST_PAGES) {
                return Future.succeededFuture(Outcome.done(new ArrayList<>(seen.values())));
            }
            return page(listing, template, what, fetched, pages + 1, seen);
        });
    }
}
