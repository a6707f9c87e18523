package io.mlconnector.console.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Role;
import io.mlconnector.domain.words.DocumentId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An action on many documents goes on by itself, is done once however often its form is sent, and can be ended early. */
class BulkRunsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Operator ANA = new Operator("ana", Role.ENGINEER);
    private static final Acting.Wish DISCARD = new Acting.Wish(Verb.DISCARD, Optional.empty(), "", "as agreed");

    private final List<String> asked = new ArrayList<>();
    private final Deque<Promise<Acting.Done>> waiting = new ArrayDeque<>();
    private final BulkRuns runs = new BulkRuns(
            (document, wish, operator, seen) -> {
                asked.add(document.text());
                Promise<Acting.Done> one = Promise.promise();
                waiting.add(one);
                return one.future();
            },
            () -> NOON);

    private static List<DocumentId> documents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new DocumentId("d" + i))
                .toList();
    }

    private BulkRun begin(String id, int count) {
        return runs.begin(id, documents(count), DISCARD, ANA, Optional.empty(), "/documents?condition=held");
    }

    private void done() {
        waiting.remove().complete(new Acting.Done(true, "is discarded."));
    }

    @Test
    void it_goes_on_one_after_another_and_tells_what_was_left_and_why() {
        BulkRun run = begin("r1", 3);
        assertThat(asked).containsExactly("d1");
        done();
        waiting.remove().complete(new Acting.Done(false, "its condition does not allow discard now."));
        assertThat(run.ended()).isFalse();
        assertThat(run.seen()).isEqualTo(2);
        done();

        assertThat(run.ended()).isTrue();
        assertThat(run.done()).isEqualTo(2);
        assertThat(run.left()).containsEntry(new DocumentId("d2"), "its condition does not allow discard now.");
        assertThat(asked).containsExactly("d1", "d2", "d3");
        assertThat(runs.find("r1")).contains(run);
    }

    @Test
    void the_same_form_sent_twice_is_one_run() {
        BulkRun first = begin("r1", 2);
        assertThat(begin("r1", 2)).isSameAs(first);
        done();
        done();
        assertThat(begin("r1", 2)).isSameAs(first);
        assertThat(asked).containsExactly("d1", "d2");
    }

    @Test
    void when_it_is_stopped_nothing_more_is_done_and_the_rest_counts_as_not_reached() {
        BulkRun run = begin("r1", 3);
        run.stop();
        done();

        assertThat(run.ended()).isTrue();
        assertThat(run.seen()).isEqualTo(1);
        assertThat(asked).containsExactly("d1");
    }

    @Test
    void when_it_breaks_off_it_says_so_and_what_was_not_reached_is_not_done() {
        BulkRun run = begin("r1", 3);
        done();
        waiting.remove().fail(new IllegalStateException("away"));

        assertThat(run.ended()).isTrue();
        assertThat(run.failure()).isPresent();
        assertThat(asked).containsExactly("d1", "d2");
    }

    @Test
    void ten_thousand_documents_need_no_deep_stack() {
        BulkRuns quick = new BulkRuns(
                (document, wish, operator, seen) -> Future.succeededFuture(new Acting.Done(true, "is discarded.")),
                () -> NOON);
        assertThat(quick.begin("r1", documents(Meant.MOST), DISCARD, ANA, Optional.empty(), "/documents")
                        .done())
                .isEqualTo(Meant.MOST);
    }

    @Test
    void ended_ones_are_forgotten_some_day_and_those_under_way_never() {
        BulkRun first = begin("under-way", 1);
        BulkRuns quick = new BulkRuns(
                (document, wish, operator, seen) -> Future.succeededFuture(new Acting.Done(true, "is discarded.")),
                () -> NOON);
        IntStream.range(0, 30)
                .forEach(i -> quick.begin("r" + i, documents(1), DISCARD, ANA, Optional.empty(), "/documents"));
        IntStream.range(0, 30).forEach(i -> begin("w" + i, 1));

        assertThat(quick.newest()).hasSize(20);
        assertThat(quick.newest().getFirst().id()).isEqualTo("r29");
        assertThat(quick.find("r0")).isEmpty();
        assertThat(runs.find("under-way")).contains(first);
        assertThat(runs.newest()).hasSize(31);
    }
}
