package io.mlconnector.verification.verify;

import io.mlconnector.twin.fault.FaultKind;
import io.mlconnector.twin.relay.Relay;
import io.mlconnector.twin.relay.RelayFault;
import io.mlconnector.twin.relay.RelayFault.Direction;
import io.mlconnector.verification.verify.testbed.DaemonProcess;
import io.mlconnector.verification.verify.testbed.DaemonRelays;
import io.mlconnector.verification.verify.testbed.TestBed;
import io.mlconnector.verification.verify.testbed.Waiting;
import io.mlconnector.verification.verify.trouble.Endurance;
import io.mlconnector.verification.verify.trouble.Kill;
import io.mlconnector.verification.verify.trouble.Round;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Causes one kind of trouble after another while orders are confirmed and invoices published. */
final class Troublemaker {

    private static final Duration ORDER_INTERVAL = Duration.ofMillis(1700);
    private static final double FAULT_SHARE = 0.2;

    private final TestBed testBed;
    private final Random random;
    private final InstantSource clock;
    private final Outages outages;
    private final Set<String> orders = new HashSet<>();
    private final List<Kill> kills = new ArrayList<>();
    private Instant lastOrderAt = Instant.MIN;

    Troublemaker(TestBed testBed, Random random, InstantSource clock) {
        this.testBed = testBed;
        this.random = random;
        this.clock = clock;
        this.outages = new Outages(testBed, random, clock, this::runBusiness);
    }

    /** Runs one round. Afterwards the trouble is over, but documents may still be unsettled. */
    Round round(Trouble trouble) {
        orders.clear();
        kills.clear();
        Instant from = clock.instant();
        confirm(2);
        testBed.twin().publishInvoices(1);
        Endurance endurance = Endurance.NONE;
        switch (trouble) {
            case NONE -> runBusiness(5_000);
            case DAEMON_KILLED -> killSome();
            case DATABASE_CUT -> cutDatabase(1_000 + random.nextInt(5_000));
            case DATABASE_KILLED -> killDatabase();
            case SLOW_LINE -> slow();
            case LINE_RESET -> reset();
            case LINE_CUT -> injectFaults(cuts(), 0.4, 6_000);
            case HALF_OPEN -> injectFaults(silences(), 0.3, 7_000);
            case BAD_ANSWERS -> failRemoteSystems(8_000);
            case NOTICES_LOST -> loseNotices(5_000);
            case TWO_DAEMONS -> twoDaemons();
            case RESTORED_BACKUP -> restoreBackup();
            case POISON_FILE -> endurance = outages.poisonFiles();
            case ENDLESS_ANSWER -> endurance = outages.endlessAnswers();
            case DATABASE_FROZEN -> endurance = outages.frozenDatabase();
            case SLOW_SERVER -> endurance = outages.slowServers();
            case EVERYTHING -> everything();
        }
        return new Round(trouble, from, clock.instant(), orders, kills, endurance);
    }

    private void confirm(int count) {
        testBed.twin().confirm(count).forEach(confirmation -> orders.add(confirmation.orderNumber()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least);
    }

    /** Lets time pass while orders are confirmed and invoices published. */
    private void runBusiness(int millis) {
        Instant until = clock.instant().plusMillis(millis);
        for (Instant now = clock.instant(); now.isBefore(until); now = clock.instant()) {
            if (lastOrderAt.plus(ORDER_INTERVAL).isBefore(now)) {
                lastOrderAt = now;
                confirm(1);
                testBed.twin().publishInvoices(1);
            }
            Duration left = Duration.between(now, until);
            Waiting.pause(left.compareTo(ORDER_INTERVAL.dividedBy(4)) < 0 ? left : ORDER_INTERVAL.dividedBy(4));
        }
    }

    private void killSome() {
        int most = 6;
        for (int i = 0; i < most; i++) {
            boolean whileItStarts = i > 0 && random.nextInt(4) == 0;
            if (whileItStarts) {
                runBusiness(random.nextInt(900));
            } else {
                runBusiness(between(2_000, 3_500));
                // So that some documents are unfinished when the daemon dies.
                confirm(2);
                runBusiness(random.nextInt(900));
            }
            Instant at = testBed.daemon().kill();
            testBed.daemon().start();
            kills.add(new Kill(at, testBed.journal().moving()));
        }
        runBusiness(3_000);
    }

    private void cutDatabase(int millis) {
        runBusiness(between(500, 1_500));
        Waiting.await(testBed.relays().toDatabase().close(true));
        runBusiness(millis);
        Waiting.await(testBed.relays().toDatabase().close(false));
        runBusiness(1_500);
    }

    private void killDatabase() {
        runBusiness(between(500, 2_000));
        testBed.database().killAndStart();
        runBusiness(between(2_000, 3_000));
    }

    private void slow() {
        for (Relay relay : testBed.relays().remote()) {
            Waiting.await(relay.always(new RelayFault.Latency(Duration.ofMillis(between(20, 250)))));
            Waiting.await(relay.always(new RelayFault.Bandwidth(between(4_000, 60_000))));
        }
        runBusiness(6_000);
        testBed.relays().each(Relay::clear);
        runBusiness(1_000);
    }

    private void reset() {
        testBed.relays().remote().forEach(relay -> relay.randomly(random(), 0.2, List.of(new RelayFault.Reset())));
        for (int i = 0; i < 6; i++) {
            runBusiness(between(300, 1_500));
            testBed.relays().each(Relay::resetAll);
        }
        testBed.relays().each(Relay::clear);
        runBusiness(1_000);
    }

    /** A random source for one relay, which follows from the seed. */
    private Random random() {
        return new Random(random.nextLong());
    }

    private List<RelayFault> cuts() {
        List<RelayFault> cuts = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (int i = 0; i < 8; i++) {
                cuts.add(new RelayFault.CutAfter(random.nextInt(6_000), direction));
            }
        }
        return cuts;
    }

    private static List<RelayFault> silences() {
        return List.of(new RelayFault.HalfOpen(Direction.TO_SERVER), new RelayFault.HalfOpen(Direction.TO_CLIENT));
    }

    /** Applies faults to new connections, and resets the existing ones so that there are new ones. */
    private void injectFaults(List<RelayFault> faults, double share, int millis) {
        testBed.relays().remote().forEach(relay -> relay.randomly(random(), share, faults));
        testBed.relays().each(Relay::resetAll);
        runBusiness(millis);
        testBed.relays().each(Relay::clear);
        // As on a real network: an end that has forgotten a connection answers it with a reset.
        testBed.relays().each(Relay::resetAll);
        runBusiness(1_000);
    }

    private void failRemoteSystems(int millis) {
        testBed.twin().faults().randomly(random.nextLong(), FAULT_SHARE, FaultKind.ordinary());
        runBusiness(millis);
        testBed.twin().faults().stopRandom();
        runBusiness(1_000);
    }

    private void loseNotices(int millis) {
        testBed.hooks().randomly(random(), 0.5, List.of(new RelayFault.Reset()));
        runBusiness(millis / 2);
        Waiting.await(testBed.hooks().close(true));
        runBusiness(millis / 2);
        Waiting.await(testBed.hooks().close(false));
        Waiting.await(testBed.hooks().clear());
    }

    private void twoDaemons() {
        testBed.other().start();
        runBusiness(2_000);
        testBed.other().awaitReady();
        confirm(3);
        runBusiness(between(500, 1_500));
        freezeOne(between(4_500, 6_500));
        runBusiness(2_000);
        endOther();
    }

    /** For longer than its lease. */
    private void freezeOne(int millis) {
        DaemonProcess frozen = random.nextBoolean() ? testBed.daemon() : testBed.other();
        frozen.freeze();
        runBusiness(millis);
        frozen.thaw();
    }

    private void endOther() {
        if (random.nextBoolean()) {
            testBed.other().kill();
        } else {
            testBed.other().stop();
        }
    }

    private void restoreBackup() {
        RestoredBackup restored = new RestoredBackup(testBed, clock);
        runBusiness(2_000);
        restored.backUp();
        runBusiness(between(4_000, 7_000));
        // So that some documents are unfinished when the daemon stops.
        confirm(2);
        restored.putBack();
        restored.reconcile();
        runBusiness(2_000);
    }

    private void everything() {
        testBed.other().start();
        testBed.twin().faults().randomly(random.nextLong(), FAULT_SHARE / 2, FaultKind.ordinary());
        List<RelayFault> faults = new ArrayList<>(cuts());
        faults.addAll(silences());
        faults.add(new RelayFault.Reset());
        faults.add(new RelayFault.Latency(Duration.ofMillis(between(20, 200))));
        faults.add(new RelayFault.Bandwidth(between(4_000, 60_000)));
        for (DaemonRelays relays : List.of(testBed.relays(), testBed.otherRelays())) {
            relays.remote().forEach(relay -> relay.randomly(random(), 0.2, faults));
            relays.each(Relay::resetAll);
        }
        runBusiness(2_500);
        freezeOne(between(4_500, 5_500));
        testBed.daemon().kill();
        testBed.daemon().start();
        cutDatabase(between(500, 2_000));
        testBed.daemon().kill();
        testBed.daemon().start();
        killDatabase();
        testBed.twin().faults().stopRandom();
        for (DaemonRelays relays : List.of(testBed.relays(), testBed.otherRelays())) {
            relays.each(Relay::clear);
            relays.each(Relay::resetAll);
        }
        endOther();
        runBusiness(1_000);
    }
}
