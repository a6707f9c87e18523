package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.listing.Entry;
import io.mlconnector.cleo.internal.listing.Entry.Kind;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.view.FolderGlance;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.cleo.view.TreeEntry;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Looks at what the account sees, for people who configure it. Reads only. */
public final class Explorer implements FolderViews {

    private final CleoOptions options;
    private final Links links;
    private final Listings listings;
    private final Supplier<FolderFinder> finder;

    /** Sends its requests through this session. */
    public Explorer(Session session, CleoOptions options) {
        this.options = options;
        this.links = new Links(options);
        this.listings = new Listings(session, options, links);
        // A finder of its own: what was remembered of the folder is not believed.
        this.finder = () -> new FolderFinder(listings, options, links);
    }

    private Explorer(Explorer alone, FolderFinder shared) {
        this.options = alone.options;
        this.links = alone.links;
        this.listings = alone.listings;
        this.finder = () -> shared;
    }

    @Override
    public FolderViews together() {
        return new Explorer(this, FolderFinder.touring(listings, options, links));
    }

    @Override
    public CompletionStage<Outcome<FolderGlance>> glance(FolderReference folder) {
        return finder.get()
                .find(folder)
                .compose(outcome -> outcome instanceof Outcome.Done<FolderFinder.Found>(FolderFinder.Found found)
                        ? listings.glance(found.children(), options.dialect().children(), "Listing " + folder)
                        : Future.succeededFuture(outcome.map(ignored -> new FolderGlance(true, OptionalLong.empty()))))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<List<TreeEntry>>> children(Optional<TreeEntry> folder) {
        String path = folder.map(TreeEntry::path).orElse("");
        return listings.read(
                        folder.map(TreeEntry::listing)
                                .orElse(options.baseUrl() + options.dialect().root()),
                        folder.isPresent()
                                ? options.dialect().children()
                                : options.dialect().root(),
                        "Listing " + (path.isEmpty() ? "the top" : path),
                        page -> false)
                .map(outcome -> outcome.map(seen -> seen.entries().stream()
                        .map(entry -> entry(entry, path))
                        .sorted(Comparator.comparing((TreeEntry entry) -> !entry.folder())
                                .thenComparing(TreeEntry::name))
                        .toList()))
                .toCompletionStage();
    }

    private TreeEntry entry(Entry entry, String parent) {
        String id = entry.file().id();
        return new TreeEntry(
                entry.kind() == Kind.FOLDER,
                id,
                entry.file().name(),
                entry.path().isEmpty() ? parent + "/" + entry.file().name() : entry.path(),
                entry.file().size(),
                entry.file().modified(),
                links.resolve(entry.children())
                        .orElseGet(() -> links.at(options.dialect().children(), id)));
    }
}
