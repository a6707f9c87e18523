package io.mlconnector.verification.verify;

import io.mlconnector.twin.fault.FaultKind;
import io.mlconnector.twin.relay.Relay;
import io.mlconnector.twin.relay.RelayFault;
import io.mlconnector.twin.relay.RelayFault.Direction;
import io.mlconnector.verification.verify.testbed.DaemonProcess;
import io.mlconnector.verification.verify.testbed.DaemonRelays;
import io.mlconnector.verification.verify.testbed.TestBed;
import io.mlconnector.verification.verify.testbed.Waiting;
import io.mlconnector.verification.verify.trouble.Kill;
import io.mlconnector.verification.verify.trouble.Round;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes trouble of one kind after the other while orders are confirmed and invoices published. */
final class Troublemaker {

    private static final Duration FEED = Duration.ofMillis(1700);
    private static final double ILL = 0.2;

    private final TestBed scene;
    private final Random random;
    private final InstantSource clock;
    private final Set<String> orders = new HashSet<>();
    private final List<Kill> kills = new ArrayList<>();
    private Instant fedAt = Instant.MIN;

    Troublemaker(TestBed scene, Random random, InstantSource clock) {
        this.scene = scene;
        this.random = random;
        this.clock = clock;
    }

    /** One round; afterwards nothing is wrong any more, but much may still be on its way. */
    Round round(Trouble trouble) {
        orders.clear();
        kills.clear();
        Instant from = clock.instant();
        confirm(2);
        scene.twin().publishInvoices(1);
        switch (trouble) {
            case NONE -> goOn(5_000);
            case DAEMON_KILLED -> killSome();
            case DATABASE_CUT -> cutDatabase(1_000 + random.nextInt(5_000));
            case DATABASE_KILLED -> killDatabase();
            case SLOW_LINE -> slow();
            case LINE_RESET -> reset();
            case LINE_CUT -> strike(cuts(), 0.4, 6_000);
            case HALF_OPEN -> strike(silences(), 0.3, 7_000);
            case BAD_ANSWERS -> ill(8_000);
            case NOTICES_LOST -> loseNotices(5_000);
            case TWO_DAEMONS -> twoDaemons();
            case EVERYTHING -> everything();
        }
        return new Round(trouble, from, clock.instant(), orders, kills);
    }

    private void confirm(int count) {
        scene.twin().confirm(count).forEach(confirmation -> orders.add(confirmation.orderNumber()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least);
    }

    /** Time passes, and business goes on. */
    private void goOn(int millis) {
        Instant until = clock.instant().plusMillis(millis);
        for (Instant now = clock.instant(); now.isBefore(until); now = clock.instant()) {
            if (fedAt.plus(FEED).isBefore(now)) {
                fedAt = now;
                confirm(1);
                scene.twin().publishInvoices(1);
            }
            Duration left = Duration.between(now, until);
            Waiting.pause(left.compareTo(FEED.dividedBy(4)) < 0 ? left : FEED.dividedBy(4));
        }
    }

    private void killSome() {
        int most = 6;
        for (int i = 0; i < most; i++) {
            boolean whileItStarts = i > 0 && random.nextInt(4) == 0;
            if (whileItStarts) {
                goOn(random.nextInt(900));
            } else {
                goOn(between(2_000, 3_500));
                // So that there is something in the middle of its way.
                confirm(2);
                goOn(random.nextInt(900));
            }
            Instant at = scene.daemon().kill();
            scene.daemon().start();
            kills.add(new Kill(at, scene.journal().moving()));
        }
        goOn(3_000);
    }

    private void cutDatabase(int millis) {
        goOn(between(500, 1_500));
        Waiting.await(scene.lines().toDatabase().close(true));
        goOn(millis);
        Waiting.await(scene.lines().toDatabase().close(false));
        goOn(1_500);
    }

    private void killDatabase() {
        goOn(between(500, 2_000));
        scene.database().killAndStart();
        goOn(between(2_000, 3_000));
    }

    private void slow() {
        for (Relay relay : scene.lines().remote()) {
            Waiting.await(relay.always(new RelayFault.Latency(Duration.ofMillis(between(20, 250)))));
            Waiting.await(relay.always(new RelayFault.Bandwidth(between(4_000, 60_000))));
        }
        goOn(6_000);
        scene.lines().each(Relay::clear);
        goOn(1_000);
    }

    private void reset() {
        scene.lines().remote().forEach(relay -> relay.randomly(random(), 0.2, List.of(new RelayFault.Reset())));
        for (int i = 0; i < 6; i++) {
            goOn(between(300, 1_500));
            scene.lines().each(Relay::resetAll);
        }
        scene.lines().each(Relay::clear);
        goOn(1_000);
    }

    /** Each relay by itself, in a sequence that follows from the seed. */
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

    /** Strikes new connections, and there are new ones because the old ones are reset. */
    private void strike(List<RelayFault> faults, double share, int millis) {
        scene.lines().remote().forEach(relay -> relay.randomly(random(), share, faults));
        scene.lines().each(Relay::resetAll);
        goOn(millis);
        scene.lines().each(Relay::clear);
        // Whoever lost sight of a connection answers it with a reset when the line is back.
        scene.lines().each(Relay::resetAll);
        goOn(1_000);
    }

    private void ill(int millis) {
        scene.twin().faults().randomly(random.nextLong(), ILL, EnumSet.allOf(FaultKind.class));
        goOn(millis);
        scene.twin().faults().stopRandom();
        goOn(1_000);
    }

    private void loseNotices(int millis) {
        scene.hooks().randomly(random(), 0.5, List.of(new RelayFault.Reset()));
        goOn(millis / 2);
        Waiting.await(scene.hooks().close(true));
        goOn(millis / 2);
        Waiting.await(scene.hooks().close(false));
        Waiting.await(scene.hooks().clear());
    }

    private void twoDaemons() {
        scene.other().start();
        goOn(2_000);
        scene.other().awaitReady();
        confirm(3);
        goOn(between(500, 1_500));
        freezeOne(between(4_500, 6_500));
        goOn(2_000);
        endOther();
    }

    /** For longer than its lease. */
    private void freezeOne(int millis) {
        DaemonProcess frozen = random.nextBoolean() ? scene.daemon() : scene.other();
        frozen.freeze();
        goOn(millis);
        frozen.thaw();
    }

    private void endOther() {
        if (random.nextBoolean()) {
            scene.other().kill();
        } else {
            scene.other().stop();
        }
    }

    private void everything() {
        scene.other().start();
        scene.twin().faults().randomly(random.nextLong(), ILL / 2, EnumSet.allOf(FaultKind.class));
        List<RelayFault> faults = new ArrayList<>(cuts());
        faults.addAll(silences());
        faults.add(new RelayFault.Reset());
        faults.add(new RelayFault.Latency(Duration.ofMillis(between(20, 200))));
        faults.add(new RelayFault.Bandwidth(between(4_000, 60_000)));
        for (DaemonRelays lines : List.of(scene.lines(), scene.otherLines())) {
            lines.remote().forEach(relay -> relay.randomly(random(), 0.2, faults));
            lines.each(Relay::resetAll);
        }
        goOn(2_500);
        freezeOne(between(4_500, 5_500));
        scene.daemon().kill();
        scene.daemon().start();
        cutDatabase(between(500, 2_000));
        scene.daemon().kill();
        scene.daemon().start();
        killDatabase();
        scene.twin().faults().stopRandom();
        for (DaemonRelays lines : List.of(scene.lines(), scene.otherLines())) {
            lines.each(Relay::clear);
            lines.each(Relay::resetAll);
        }
        endOther();
        goOn(1_000);
    }
}
