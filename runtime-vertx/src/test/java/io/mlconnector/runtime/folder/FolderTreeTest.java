package io.mlconnector.runtime.folder;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.view.FolderGlance;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.cleo.view.TreeEntry;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.runtime.loop.VertxLoop;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FolderTreeTest {

    private final Vertx vertx = Vertx.vertx();
    private int asked;

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** Two folders in each folder, without end, for whoever asks long enough. */
    private FolderViews cleo(int throttled, Problem why) {
        return new FolderViews() {
            @Override
            public CompletionStage<Outcome<FolderGlance>> glance(FolderReference folder) {
                throw new AssertionError("not asked for");
            }

            @Override
            public CompletionStage<Outcome<List<TreeEntry>>> children(Optional<TreeEntry> folder) {
                String path = folder.map(TreeEntry::path).orElse("");
                return CompletableFuture.completedFuture(
                        asked++ < throttled
                                ? new Outcome.NotNow<>(why, Optional.of(Duration.ofMillis(1)))
                                : Outcome.done(List.of(folder(path + "/a"), folder(path + "/b"))));
            }
        };
    }

    private static TreeEntry folder(String path) {
        return new TreeEntry(true, path, path.substring(path.length() - 1), path, OptionalLong.empty(), "", "");
    }

    private static Problem problem(ProblemCode code) {
        return Problem.of(code, "cleo", "Not now.");
    }

    private Outcome<JsonObject> read(FolderViews views, int depth, int most) {
        return await(FolderTree.read(new VertxLoop(vertx), views, depth, most));
    }

    private JsonObject seen(int depth, int most) {
        if (read(cleo(0, problem(ProblemCode.THROTTLED)), depth, most)
                instanceof Outcome.Done<JsonObject>(JsonObject tree)) {
            return tree;
        }
        throw new AssertionError("Cleo did not tell");
    }

    @Test
    void levels_are_listed_as_deep_as_is_asked_for() {
        JsonObject tree = seen(2, 100);
        assertThat(asked).isEqualTo(3);
        assertThat(tree.getBoolean("more")).isFalse();
        JsonObject last = tree.getJsonArray("entries")
                .getJsonObject(1)
                .getJsonArray("entries")
                .getJsonObject(1);
        assertThat(last.getString("path")).isEqualTo("/b/b");
        assertThat(last.containsKey("entries")).as("it was not listed").isFalse();
    }

    /** An account may see a folder that it may not look into. */
    @Test
    void a_folder_that_is_forbidden_says_so_and_the_others_are_listed() {
        FolderViews all = cleo(0, problem(ProblemCode.THROTTLED));
        FolderViews forbidding = new FolderViews() {
            @Override
            public CompletionStage<Outcome<FolderGlance>> glance(FolderReference folder) {
                throw new AssertionError("not asked for");
            }

            @Override
            public CompletionStage<Outcome<List<TreeEntry>>> children(Optional<TreeEntry> folder) {
                return folder.filter(one -> one.path().equals("/a")).isPresent()
                        ? CompletableFuture.completedFuture(
                                Outcome.refused(Problem.of(ProblemCode.GATEWAY_FORBIDS, "/a", "Forbidden.")))
                        : all.children(folder);
            }
        };
        if (!(read(forbidding, 2, 100) instanceof Outcome.Done<JsonObject>(JsonObject tree))) {
            throw new AssertionError("Cleo did not tell");
        }
        JsonObject forbidden = tree.getJsonArray("entries").getJsonObject(0);
        assertThat(forbidden.getString("refused")).isEqualTo("Forbidden.");
        assertThat(forbidden.containsKey("entries")).isFalse();
        assertThat(tree.getJsonArray("entries").getJsonObject(1).getJsonArray("entries"))
                .hasSize(2);
    }

    @Test
    void what_is_too_much_for_one_answer_ends_it() {
        JsonObject tree = seen(1_000_000, 5);
        assertThat(asked).isEqualTo(3);
        assertThat(tree.getBoolean("more")).isTrue();
    }

    @Test
    void a_rate_that_others_used_up_is_waited_for_a_few_times() {
        assertThat(read(cleo(5, problem(ProblemCode.THROTTLED)), 1, 100)).isInstanceOf(Outcome.Done.class);
        asked = 0;
        assertThat(read(cleo(6, problem(ProblemCode.THROTTLED)), 1, 100)).isInstanceOf(Outcome.NotNow.class);
        asked = 0;
        assertThat(read(cleo(1, problem(ProblemCode.UNREACHABLE)), 1, 100)).isInstanceOf(Outcome.NotNow.class);
        assertThat(asked).isEqualTo(1);
    }
}
