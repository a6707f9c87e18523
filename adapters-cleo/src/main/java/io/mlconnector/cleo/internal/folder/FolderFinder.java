package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.listing.Entry;
import io.mlconnector.cleo.internal.listing.Entry.Kind;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Finds folders by path. Caches what it found until it turns out to be stale. */
final class FolderFinder {

    /** So many names of a level fit into a message. */
    private static final int MOST_NAMES = 20;

    private final Levels levels;
    private final CleoOptions options;
    private final Links links;
    private final Map<FolderReference, Found> known = new ConcurrentHashMap<>();

    FolderFinder(Listings listings, CleoOptions options, Links links) {
        this(listings::read, options, links);
    }

    private FolderFinder(Levels levels, CleoOptions options, Links links) {
        this.levels = levels;
        this.options = options;
        this.links = links;
    }

    /** Lists one level on the way to a folder, until a page has what is enough. */
    private interface Levels {
        Future<Outcome<Listings.Seen>> read(
                String listing, String template, String what, Predicate<List<Entry>> enough);
    }

    /** One that lists each level once for all folders, and remembers it: for a few questions, not for the life of a daemon. */
    static FolderFinder touring(Listings listings, CleoOptions options, Links links) {
        Map<String, Future<Outcome<Listings.Seen>>> read = new ConcurrentHashMap<>();
        return new FolderFinder(
                (listing, template, what, enough) -> {
                    Future<Outcome<Listings.Seen>> known = read.computeIfAbsent(
                            listing, ignored -> listings.read(listing, template, what, page -> false));
                    // What was not answered is asked again.
                    return known.onComplete(asked -> {
                        if (!(asked.result() instanceof Outcome.Done<Listings.Seen>)) {
                            read.remove(listing, known);
                        }
                    });
                },
                options,
                links);
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
            case FolderReference.ApiProvider provider ->
                Future.succeededFuture(Outcome.refused(Problem.of(
                        ProblemCode.FOLDER_NOT_FOUND,
                        provider.toString(),
                        provider + " is no folder, but the API Provider of a partner.")));
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
        List<String> segments = Arrays.asList(rest.substring(1).split("/", -1));
        String segment = segments.get(0);
        return levels.read(
                        listing,
                        template,
                        "Looking for folder " + whole,
                        page -> page.stream().anyMatch(entry -> is(entry, whole) || isStep(entry, segment)))
                .compose(outcome -> {
                    if (!(outcome instanceof Outcome.Done<Listings.Seen>(Listings.Seen seen))) {
                        return Future.succeededFuture(outcome.then(ignored -> missing(whole, List.of())));
                    }
                    List<Entry> folders = seen.entries().stream()
                            .filter(entry -> entry.kind() != Kind.FILE)
                            .toList();
                    Optional<Entry> exact =
                            folders.stream().filter(entry -> is(entry, whole)).findFirst();
                    if (exact.isPresent()) {
                        return Future.succeededFuture(Outcome.done(found(exact.get())));
                    }
                    Optional<Entry> next = named(folders, segment);
                    if (next.isPresent() && segments.size() == 1) {
                        return Future.succeededFuture(Outcome.done(found(next.get())));
                    }
                    String below = next.isPresent() ? rest.substring(1 + segment.length()) : rest;
                    Optional<Entry> into = next.or(() -> root(folders));
                    return into.map(folder -> descend(
                                    whole,
                                    found(folder).children(),
                                    options.dialect().children(),
                                    below))
                            .orElseGet(() -> Future.succeededFuture(
                                    seen.untold().isEmpty()
                                            ? missing(
                                                    whole,
                                                    folders.stream()
                                                            .map(entry ->
                                                                    entry.file().name())
                                                            .toList())
                                            : Listings.misunderstood("Looking for folder " + whole, seen.untold())));
                });
    }

    private static boolean is(Entry entry, String path) {
        return entry.kind() != Kind.FILE && entry.path().equals(path);
    }

    private static boolean isStep(Entry entry, String segment) {
        return entry.kind() == Kind.FOLDER && entry.file().name().equals(segment);
    }

    /** Some tenants list a single top-level folder whose name is a slash or empty. */
    private static Optional<Entry> root(List<Entry> folders) {
        return folders.stream()
                .filter(folder ->
                        folder.file().name().isEmpty() || folder.file().name().equals("/"))
                .findFirst();
    }

    private static Optional<Entry> named(List<Entry> folders, String name) {
        return folders.stream()
                .filter(folder -> folder.file().name().equals(name))
                .findFirst()
                .or(() -> folders.stream()
                        .filter(folder -> folder.file().name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private Found found(Entry folder) {
        String id = folder.file().id();
        Optional<String> childrenLink = links.resolve(folder.children());
        Optional<String> uploadLink = links.resolve(folder.upload());
        String children =
                childrenLink.orElseGet(() -> links.at(options.dialect().children(), id));
        boolean sameAddress =
                options.dialect().upload().equals(options.dialect().children());
        String upload = uploadLink.orElseGet(
                () -> sameAddress ? children : links.at(options.dialect().upload(), id));
        return new Found(children, upload);
    }

    /** What may have been meant. */
    private static String near(String path, List<String> seen) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !seen.contains(segment))
                .flatMap(segment -> seen.stream().filter(name -> NearNames.near(segment, name)))
                .findFirst()
                .map(name -> " Perhaps " + name + " is meant.")
                .orElse("");
    }

    static <T> Outcome<T> missing(String path, List<String> seen) {
        return Outcome.refused(Problem.of(
                ProblemCode.FOLDER_NOT_FOUND,
                path,
                "Folder " + path + " does not exist in Cleo or is not visible to this user"
                        + (seen.isEmpty()
                                ? ""
                                : "; visible at that level: "
                                        + String.join(", ", seen.subList(0, Math.min(MOST_NAMES, seen.size())))
                                        + (seen.size() > MOST_NAMES
                                                ? " and " + (seen.size() - MOST_NAMES) + " more"
                                                : ""))
                        + "." + near(path, seen)
                        + " Check the path and the user's permissions on it; then replay the failed documents."));
    }
}
