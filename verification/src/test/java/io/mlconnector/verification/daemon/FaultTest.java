package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.demo.Comparing;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections break, systems throttle: each write still happens exactly once, and everything ends as it would have. */
class FaultTest {

    @TempDir
    private Path folder;

    private static TwinOptions slowRouter(long seed) {
        TwinOptions demo = TwinOptions.demo(seed);
        return demo.withCleo(demo.cleo().withRouterTakesAfter(Duration.ofSeconds(4)));
    }

    private static void play(World world) {
        world.start();
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        assertThat(world.twin().faults().pending()).isZero();
        assertThat(Comparing.differences(
                        world.documents(), world.files(), world.twin().record()))
                .as(world::standstills)
                .isEmpty();
        CrashTest.check(world);
    }

    private static List<String> events(World world) {
        return world.documents().stream()
                .flatMap(document -> world.history(document).stream())
                .map(recorded -> recorded.entry().event())
                .collect(Collectors.toList());
    }

    @Test
    void an_upload_whose_answer_is_lost_is_found_and_not_repeated() {
        try (World world = new World("upload", folder, slowRouter(5), yaml -> yaml)) {
            world.twin()
                    .faults()
                    .next(System.CLEO, "POST", "/api/folders", new Fault.DropAfterWork())
                    .times(2);
            play(world);
            assertThat(events(world)).contains("upload-in-doubt");
        }
    }

    @Test
    void a_header_whose_answer_is_lost_is_found_and_gets_its_lines() {
        try (World world = new World("header", folder, TwinOptions.demo(5), yaml -> yaml)) {
            world.twin()
                    .faults()
                    .next(System.DYNAMICS, "POST", "/data/VendorInvoiceHeaders", new Fault.DropAfterWork());
            play(world);
        }
    }

    @Test
    void a_change_set_whose_answer_is_lost_is_found_and_not_repeated() {
        TwinOptions demo = TwinOptions.demo(5);
        TwinOptions options =
                demo.withDynamics(demo.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED));
        try (World world = new World(
                "batch", folder, options, yaml -> yaml.replace("headerReference: assigned", "headerReference: ours"))) {
            world.twin()
                    .faults()
                    .next(System.DYNAMICS, "POST", "/data/$batch", new Fault.DropAfterWork())
                    .times(2);
            play(world);
        }
    }

    @Test
    void reads_that_break_off_are_repeated() {
        try (World world = new World("reads", folder, TwinOptions.demo(5), yaml -> yaml)) {
            world.twin()
                    .faults()
                    .next(System.DYNAMICS, "GET", "/data/", new Fault.TruncateBody(20))
                    .times(3);
            world.twin()
                    .faults()
                    .next(System.CLEO, "GET", "/api/", new Fault.DropBeforeWork())
                    .times(3);
            play(world);
        }
    }

    @Test
    void nothing_is_asked_for_until_retry_after_has_passed() {
        try (World world = new World("throttled", folder, TwinOptions.demo(5), yaml -> yaml)) {
            world.twin().faults().next(System.DYNAMICS, "GET", "/data/", new Fault.Throttle(3));
            world.start();
            Awaiting.until(
                    "the throttle strikes",
                    Duration.ofSeconds(10),
                    () -> world.twin().faults().pending() == 0);
            int before = reads(world);
            long from = java.lang.System.nanoTime();
            Awaiting.until("F&O is asked again", Duration.ofSeconds(10), () -> reads(world) > before);
            assertThat(Duration.ofNanos(java.lang.System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(2_700));
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            assertThat(world.documents()).extracting(DocumentRecord::reason).isNotEmpty();
        }
    }

    private static int reads(World world) {
        return world.twin().record().calls().entrySet().stream()
                .filter(call -> call.getKey().contains("/data"))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
    }
}
