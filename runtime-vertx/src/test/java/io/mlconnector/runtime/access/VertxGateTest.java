package io.mlconnector.runtime.access;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxGateTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        Awaiting.await(vertx.close());
    }

    private VertxGate gate(double rate, int mostAtOnce) {
        return gate(rate, mostAtOnce, new MemoryJournal(InstantSource.system()));
    }

    private VertxGate gate(double rate, int mostAtOnce, MemoryJournal journal) {
        return new VertxGate(
                vertx,
                "the twin",
                new GateLimits(rate, mostAtOnce, 3, Duration.ofMillis(400)),
                await(StoredPauses.of("the twin", journal)),
                InstantSource.system(),
                System::nanoTime);
    }

    private static RemoteHealth well(String ignored) {
        return new RemoteHealth.Working();
    }

    private static CompletionStage<String> answer() {
        return CompletableFuture.completedFuture("well");
    }

    @Test
    void the_rate_is_kept_in_every_second_and_used() {
        VertxGate gate = gate(20, 6);
        ConcurrentLinkedQueue<Long> sent = new ConcurrentLinkedQueue<>();
        List<CompletionStage<Passage<String>>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(gate.pass(
                    "files",
                    () -> {
                        sent.add(System.nanoTime());
                        return answer();
                    },
                    VertxGateTest::well));
        }
        all.forEach(passage -> assertThat(await(passage)).isEqualTo(new Passage.Answered<>("well")));
        List<Long> times = List.copyOf(sent);
        for (int i = 20; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 20)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
        double seconds = (times.getLast() - times.getFirst()) / 1e9;
        assertThat((times.size() - 1) / seconds).isGreaterThanOrEqualTo(0.95 * 20);
    }

    @Test
    void a_new_process_stays_away_as_long_as_the_old_one_was_told() {
        MemoryJournal journal = new MemoryJournal(InstantSource.system());
        await(gate(0, 6, journal)
                .pass("files", VertxGateTest::answer, any -> new RemoteHealth.Throttled(Duration.ofSeconds(30))));

        VertxGate reborn = gate(0, 6, journal);

        Passage<String> kept = await(reborn.pass("files", VertxGateTest::unexpected, VertxGateTest::well));
        assertThat(kept).isInstanceOf(Passage.Closed.class);
        assertThat(await(reborn.pass("other", VertxGateTest::answer, VertxGateTest::well)))
                .isEqualTo(new Passage.Answered<>("well"));
    }

    @Test
    void rate_keys_do_not_wait_for_each_other() {
        VertxGate gate = gate(1, 6);
        for (int i = 0; i < 5; i++) {
            assertThat(await(gate.pass("key" + i, VertxGateTest::answer, VertxGateTest::well)))
                    .isEqualTo(new Passage.Answered<>("well"));
        }
    }

    @Test
    void no_more_are_under_way_than_agreed() {
        VertxGate gate = gate(0, 3);
        List<CompletableFuture<String>> open = new ArrayList<>();
        List<CompletionStage<Passage<String>>> all = new ArrayList<>();
        AtomicInteger started = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            open.add(answer);
            all.add(gate.pass(
                    "files",
                    () -> {
                        started.incrementAndGet();
                        return answer;
                    },
                    VertxGateTest::well));
        }
        Awaiting.until("three are sent", Duration.ofSeconds(5), () -> started.get() == 3);
        open.getFirst().complete("well");
        await(all.getFirst());
        Awaiting.until("the next is sent", Duration.ofSeconds(5), () -> started.get() == 4);
        open.forEach(answer -> answer.complete("well"));
        all.forEach(passage -> await(passage));
    }

    @Test
    void whoever_asks_us_to_stay_away_is_left_alone_that_long() {
        VertxGate gate = gate(0, 6);
        assertThat(await(gate.pass(
                        "files", VertxGateTest::answer, any -> new RemoteHealth.Throttled(Duration.ofMillis(300)))))
                .isInstanceOf(Passage.Answered.class);
        assertThat(await(gate.pass("files", VertxGateTest::unexpected, VertxGateTest::well)))
                .isInstanceOfSatisfying(
                        Passage.Closed.class,
                        closed -> assertThat(closed.retryAfter().isPresent()).isTrue());
        assertThat(await(gate.pass("other", VertxGateTest::answer, VertxGateTest::well)))
                .isInstanceOf(Passage.Answered.class);
        Awaiting.until(
                "it is asked again",
                Duration.ofSeconds(5),
                () -> await(gate.pass("files", VertxGateTest::answer, VertxGateTest::well))
                        instanceof Passage.Answered);
    }

    @Test
    void a_shorter_time_to_stay_away_does_not_cut_a_longer_one() {
        VertxGate gate = gate(0, 6);
        CompletableFuture<String> late = new CompletableFuture<>();
        CompletionStage<Passage<String>> underWay =
                gate.pass("files", () -> late, any -> new RemoteHealth.Throttled(Duration.ofMillis(1)));
        await(gate.pass("files", VertxGateTest::answer, any -> new RemoteHealth.Throttled(Duration.ofHours(1))));
        late.complete("well");
        await(underWay);
        assertThat(await(gate.pass("files", VertxGateTest::unexpected, VertxGateTest::well)))
                .isInstanceOfSatisfying(
                        Passage.Closed.class,
                        closed -> assertThat(closed.retryAfter().toString()).contains("PT59M"));
        assertThat(gate.load().pausedUntil()).as("people can see it").containsOnlyKeys("files");
        assertThat(gate.load().circuitOpen()).isFalse();
    }

    private static CompletionStage<String> unexpected() {
        throw new AssertionError("Nothing must be sent");
    }

    @Test
    void who_keeps_failing_is_left_alone_and_then_tried_again() {
        VertxGate gate = gate(0, 6);
        for (int i = 0; i < 3; i++) {
            assertThat(await(gate.pass("files", VertxGateTest::answer, any -> new RemoteHealth.Failing())))
                    .isEqualTo(new Passage.Answered<>("well"));
        }
        assertThat(await(gate.pass("files", VertxGateTest::unexpected, VertxGateTest::well)))
                .isInstanceOfSatisfying(
                        Passage.Closed.class,
                        closed -> assertThat(closed.why().code()).isEqualTo("circuit-open"));
        assertThat(gate.load().circuitOpen()).as("people can see it").isTrue();
        Awaiting.until(
                "it is tried again",
                Duration.ofSeconds(5),
                () -> await(gate.pass("files", VertxGateTest::answer, VertxGateTest::well))
                        instanceof Passage.Answered);
    }

    @Test
    void a_broken_connection_is_told_with_its_cause() {
        IllegalStateException broke = new IllegalStateException("broke");
        assertThat(await(gate(0, 6)
                        .pass("files", () -> CompletableFuture.<String>failedFuture(broke), VertxGateTest::well)))
                .isEqualTo(new Passage.Broken<>(broke));
    }

    @Test
    void a_gate_that_is_closed_sends_back_whoever_waits_and_whoever_comes() {
        VertxGate gate = gate(0, 1);
        CompletableFuture<String> late = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletionStage<Passage<String>> underWay = gate.pass(
                "files",
                () -> {
                    begun.complete(null);
                    return late;
                },
                VertxGateTest::well);
        await(begun);
        CompletionStage<Passage<String>> waiting = gate.pass("files", VertxGateTest::unexpected, VertxGateTest::well);
        Awaiting.await(gate.close());
        assertThat(await(waiting)).isInstanceOf(Passage.Closed.class);
        assertThat(await(gate.pass("other", VertxGateTest::unexpected, VertxGateTest::well)))
                .isInstanceOf(Passage.Closed.class);
        late.complete("well");
        assertThat(await(underWay)).isEqualTo(new Passage.Answered<>("well"));
    }

    @Test
    void a_request_that_throws_does_not_block_the_gate() {
        VertxGate gate = gate(0, 1);
        assertThat(await(gate.<String>pass(
                        "files",
                        () -> {
                            throw new IllegalStateException("a defect");
                        },
                        VertxGateTest::well)))
                .isInstanceOf(Passage.Broken.class);
        assertThat(await(gate.pass("files", VertxGateTest::answer, VertxGateTest::well)))
                .isInstanceOf(Passage.Answered.class);
    }

    @Test
    void what_left_is_counted_by_rate_key() {
        VertxGate gate = gate(0, 4);
        for (String rateKey : List.of("files", "folders", "files")) {
            await(gate.pass(rateKey, VertxGateTest::answer, VertxGateTest::well));
        }
        assertThat(gate.traffic().sent()).containsOnly(entry("files", 2L), entry("folders", 1L));
    }

    @Test
    void trouble_leaves_fewer_requests_under_way_and_calm_more_again() {
        VertxGate gate = gate(0, 4);
        assertThat(gate.load().allowed()).isEqualTo(4);
        List<CompletionStage<Passage<String>>> throttled = new ArrayList<>();
        CompletableFuture<String> away = new CompletableFuture<>();
        AtomicInteger sent = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            throttled.add(gate.pass(
                    "files",
                    () -> {
                        sent.incrementAndGet();
                        return away;
                    },
                    any -> new RemoteHealth.Throttled(Duration.ofMillis(1))));
        }
        Awaiting.until("four have left", Duration.ofSeconds(5), () -> sent.get() == 4);
        away.complete("429");
        throttled.forEach(passage -> await(passage));
        assertThat(gate.load().allowed()).isEqualTo(2);
        assertThat(gate.load().lowered()).isEqualTo(1);

        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        List<CompletionStage<Passage<String>>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            all.add(gate.pass(
                    "other",
                    () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        return answer.whenComplete((done, failed) -> now.decrementAndGet());
                    },
                    VertxGateTest::well));
        }
        Awaiting.until(
                "two are under way",
                Duration.ofSeconds(5),
                () -> gate.load().underWay() == 2 && gate.load().waiting() == 2);
        answers.forEach(answer -> answer.complete("well"));
        all.forEach(passage -> await(passage));
        assertThat(most.get()).isLessThanOrEqualTo(3);
        for (int i = 0; i < 20; i++) {
            await(gate.pass("other", VertxGateTest::answer, VertxGateTest::well));
        }
        assertThat(gate.load().allowed()).isEqualTo(4);
    }
}
