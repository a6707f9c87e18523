package io.mlconnector.verification.verify;

import io.mlconnector.domain.words.StorableText;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.fault.FaultKind;
import io.mlconnector.twin.relay.Relay;
import io.mlconnector.twin.relay.RelayFault;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.verify.testbed.TestBed;
import io.mlconnector.verification.verify.testbed.VerifyConfiguration;
import io.mlconnector.verification.verify.testbed.Waiting;
import io.mlconnector.verification.verify.trouble.Endurance;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Causes what neither works nor fails: it must show in the health check, and work must go on when it is over. Meanwhile orders
 * are confirmed and invoices published.
 */
final class Outages {

    private static final Duration RED_WITHIN = Duration.ofSeconds(60);
    private static final Duration WENT_ON_WITHIN = Duration.ofSeconds(15);
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(30);

    /** What is given up on is waited for all the same, so that the table says how long it took. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Longer than a statement may be silent: the daemon has to give up connections that will live again. */
    private static final Duration FROZEN = Duration.ofSeconds(45);

    private static final int STEP_MILLIS = 250;

    private final TestBed testBed;
    private final Random random;
    private final InstantSource clock;
    private final IntConsumer business;

    /**
     * On this test bed.
     *
     * @param business lets so many milliseconds pass while orders are confirmed and invoices published
     */
    Outages(TestBed testBed, Random random, InstantSource clock, IntConsumer business) {
        this.testBed = testBed;
        this.random = random;
        this.clock = clock;
        this.business = business;
    }

    Endurance endlessAnswers() {
        return during(
                () -> testBed.twin().faults().randomly(random.nextLong(), 1, Set.of(FaultKind.ENDLESS_ANSWER)),
                Duration.ofSeconds(8),
                () -> testBed.twin().faults().stopRandom());
    }

    Endurance frozenDatabase() {
        Relay relay = testBed.relays().toDatabase();
        return during(
                () -> Waiting.await(relay.always(new RelayFault.Frozen())), FROZEN, () -> Waiting.await(relay.clear()));
    }

    Endurance slowServers() {
        RelayFault slow = new RelayFault.Dripping(Duration.ofSeconds(5));
        return during(
                () -> testBed.relays().each(relay -> relay.always(slow)),
                Duration.ofSeconds(10),
                () -> testBed.relays().each(Relay::clear));
    }

    /** Each poison lies in every folder before the good files that are published meanwhile. */
    Endurance poisonFiles() {
        byte[] garbage = new byte[3_000];
        random.nextBytes(garbage);
        Map<String, byte[]> files = Map.of(
                "000\u0000" + random.nextInt(1_000_000) + ".edi", garbage,
                "001\ud834" + random.nextInt(1_000_000) + ".edi", garbage,
                "002" + random.nextInt(1_000_000) + ".edi", garbage,
                "003" + random.nextInt(1_000_000) + ".edi", new byte[2 * VerifyConfiguration.LARGEST_FILE]);
        for (Partner partner : testBed.twin().scenario().partners()) {
            files.forEach((name, bytes) -> testBed.twin().put(partner.downloadFolder(), name, Buffer.buffer(bytes)));
        }
        Instant from = clock.instant();
        int before = testBed.twin().record().invoices().size();
        Optional<Duration> wentOn =
                until(() -> testBed.twin().record().invoices().size() > before);
        List<String> names = files.keySet().stream().map(StorableText::of).toList();
        Set<String> recorded = testBed.journal().refusedFiles();
        while (!recorded.containsAll(names) && clock.instant().isBefore(from.plus(RECORDED_WITHIN))) {
            business.accept(1_000);
            recorded = testBed.journal().refusedFiles();
        }
        List<String> complaints = new ArrayList<>(complaints(wentOn));
        for (String name : names) {
            if (!recorded.contains(name)) {
                complaints.add("File " + name + " was not recorded with a reason within " + RECORDED_WITHIN.toSeconds()
                        + " seconds");
            }
        }
        return new Endurance(Optional.empty(), wentOn, complaints);
    }

    private Endurance during(Runnable begin, Duration atLeast, Runnable end) {
        Instant from = clock.instant();
        begin.run();
        Optional<Duration> red = until(() -> testBed.health().red());
        Duration left = atLeast.minus(Duration.between(from, clock.instant()));
        business.accept(Math.max(1_000, (int) left.toMillis()));
        end.run();
        Optional<Duration> wentOn = untilSomethingArrives();
        List<String> complaints = new ArrayList<>(complaints(wentOn));
        if (red.isEmpty() || red.get().compareTo(RED_WITHIN) > 0) {
            complaints.add("The health check did not tell of it within " + RED_WITHIN.toSeconds() + " seconds");
        }
        return new Endurance(red, wentOn, complaints);
    }

    private static List<String> complaints(Optional<Duration> wentOn) {
        return wentOn.isPresent() && wentOn.get().compareTo(WENT_ON_WITHIN) <= 0
                ? List.of()
                : List.of("No document arrived within " + WENT_ON_WITHIN.toSeconds() + " seconds after the end of it");
    }

    /** What arrives at the other side proves that every part of the way works. */
    private Optional<Duration> untilSomethingArrives() {
        int before = arrived();
        return until(() -> arrived() > before);
    }

    private int arrived() {
        TwinRecord record = testBed.twin().record();
        return record.uploads().size() + record.invoices().size();
    }

    private Optional<Duration> until(BooleanSupplier condition) {
        Instant from = clock.instant();
        for (Instant now = from; now.isBefore(from.plus(PATIENCE)); now = clock.instant()) {
            if (condition.getAsBoolean()) {
                return Optional.of(Duration.between(from, clock.instant()));
            }
            business.accept(STEP_MILLIS);
        }
        return Optional.empty();
    }
}
