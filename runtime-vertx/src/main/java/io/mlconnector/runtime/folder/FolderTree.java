package io.mlconnector.runtime.folder;

import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.cleo.view.TreeEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.loop.Loop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The folders and files that an account of Cleo sees, one listing after another. Reads only. */
public final class FolderTree {

    /** What is shown at most; whoever has more looks less deep. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int MOST_AGAIN = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Loop loop;
    private final FolderViews views;
    private final int depth;
    private final int most;
    private final JsonArray top = new JsonArray();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Promise<Outcome<JsonObject>> done = Promise.promise();
    private int count;

    private FolderTree(Loop loop, FolderViews views, int depth, int most) {
        this.loop = loop;
        this.views = views;
        this.depth = depth;
        this.most = most;
    }

    /**
     * A folder that is to be listed.
     *
     * @param folder empty for the top
     * @param depth how many levels are left
     * @param entries where what is in it goes
     * @param shown as it is shown itself; nothing of the top is
     */
    private record Pending(Optional<TreeEntry> folder, int depth, JsonArray entries, JsonObject shown) {}

    /**
     * Reads it.
     *
     * @param depth how many levels of folders are listed, at least 1
     * @return an object with {@code entries}, and {@code more} if there are more than are shown; a folder that Cleo does not let the
     *     account look into says so under {@code refused}. Or why Cleo did not tell
     */
    public static Future<Outcome<JsonObject>> read(Loop loop, FolderViews views, int depth) {
        return read(loop, views, depth, MOST_ENTRIES);
    }

    static Future<Outcome<JsonObject>> read(Loop loop, FolderViews views, int depth, int most) {
        FolderTree tree = new FolderTree(loop, views, depth, most);
        tree.pending.add(new Pending(Optional.empty(), Math.max(1, tree.depth), tree.top, new JsonObject()));
        tree.next();
        return tree.done.future();
    }

    private void next() {
        Pending folder = pending.poll();
        if (folder == null || count >= most) {
            done.complete(Outcome.done(new JsonObject().put("entries", top).put("more", folder != null)));
        } else {
            list(folder, 0);
        }
    }

    /** Another program of the account may have used up the rate for a moment. */
    private void list(Pending folder, int again) {
        loop.await(views.children(folder.folder())).onFailure(done::fail).onSuccess(outcome -> {
            switch (outcome) {
                case Outcome.Done<List<TreeEntry>>(List<TreeEntry> entries) -> {
                    add(folder, entries);
                    next();
                }
                case Outcome.NotNow<List<TreeEntry>>(Problem why, Optional<Duration> pause)
                when again < MOST_AGAIN && why.is(ProblemCode.THROTTLED) ->
                    loop.after(
                            pause.filter(time -> time.compareTo(LONGEST_PAUSE) < 0)
                                    .orElse(LONGEST_PAUSE),
                            () -> list(folder, again + 1));
                case Outcome.Refused<List<TreeEntry>>(Problem why)
                when folder.folder().isPresent() -> {
                    // What one folder refuses, the others need not.
                    folder.shown().remove("entries");
                    folder.shown().put("refused", why.message());
                    next();
                }
                default -> done.complete(outcome.map(ignored -> new JsonObject()));
            }
        });
    }

    private void add(Pending folder, List<TreeEntry> entries) {
        for (TreeEntry entry : entries) {
            count++;
            JsonObject shown = json(entry);
            folder.entries().add(shown);
            if (entry.folder() && folder.depth() > 1) {
                JsonArray below = new JsonArray();
                shown.put("entries", below);
                pending.add(new Pending(Optional.of(entry), folder.depth() - 1, below, shown));
            }
        }
    }

    private static JsonObject json(TreeEntry entry) {
        JsonObject json = new JsonObject()
                .put("type", entry.folder() ? "folder" : "file")
                .put("id", entry.id())
                .put("name", entry.name())
                .put("path", entry.path());
        entry.size().ifPresent(size -> json.put("size", size));
        if (!entry.modified().isEmpty()) {
            json.put("modified", entry.modified());
        }
        return json;
    }
}
