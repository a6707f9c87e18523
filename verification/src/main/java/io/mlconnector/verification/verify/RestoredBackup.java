package io.mlconnector.verification.verify;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.verification.verify.testbed.TestBed;
import io.mlconnector.verification.verify.testbed.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A backup is put back after more was sent and a router has emptied the upload folders. Then a person who has asked the partners
 * settles what is held, with the commands of an operator.
 */
final class RestoredBackup {

    /** An upload that was under way in the backup is asked for during a little more than two minutes before it is held. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TestBed testBed;
    private final InstantSource clock;
    private final Set<String> asked = new HashSet<>();

    RestoredBackup(TestBed testBed, InstantSource clock) {
        this.testBed = testBed;
        this.clock = clock;
    }

    void backUp() {
        testBed.backUp(clock.instant());
    }

    /** Stops the daemon, has the folders emptied, puts the backup back, and starts the daemon, which has to notice by itself. */
    void putBack() {
        testBed.daemon().stop();
        Instant until = clock.instant().plus(MOST);
        while (testBed.twin().cleo().onTheWay() > 0) {
            pause(until, "The router has not finished");
        }
        testBed.twin()
                .scenario()
                .partners()
                .forEach(partner -> testBed.twin().cleo().empty(partner.uploadFolder()));
        testBed.putBack();
        testBed.daemon().start();
        testBed.daemon().awaitReady();
    }

    /** What partners have is recorded as sent, the rest is let go, until it can be ended. */
    void reconcile() {
        Instant until = clock.instant().plus(MOST);
        while (testBed.daemon().command(List.of("reconcile", "--done")) != 0) {
            pause(
                    until,
                    "What is held since the restore cannot be settled; see "
                            + testBed.daemon().log());
            askForMissingFiles();
            List<String> decisions = decisions();
            if (!decisions.isEmpty()) {
                // Some may be in work at this moment: they are decided about in the next round.
                testBed.daemon().command(decisions);
            }
        }
    }

    /** Of what is told as missing the partner sends it again, once. */
    private void askForMissingFiles() {
        testBed.journal().missingFiles().stream().filter(asked::add).forEach(testBed.twin()::sendAgain);
    }

    private List<String> decisions() {
        List<String> sent = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        List<Upload> uploads = testBed.twin().cleo().received();
        for (Document document : testBed.journal().documents()) {
            if (document.reason().equals(Restoration.CODE)) {
                (arrived(document, uploads) ? sent : lacking).add(document.id());
            }
        }
        List<String> decisions = new ArrayList<>();
        if (!sent.isEmpty() || !lacking.isEmpty()) {
            decisions.addAll(List.of("reconcile", "--reason", "asked the partner"));
        }
        if (!sent.isEmpty()) {
            decisions.add("--sent");
            decisions.addAll(sent);
        }
        if (!lacking.isEmpty()) {
            decisions.add("--send");
            decisions.addAll(lacking);
        }
        return decisions;
    }

    /** The partner looks for the number of the confirmation, which stands in the names of our files. */
    private static boolean arrived(Document document, List<Upload> uploads) {
        String business = "_" + document.legalEntity() + "-" + document.confirmationNumber() + "_";
        return uploads.stream().anyMatch(upload -> upload.name().contains(business));
    }

    private void pause(Instant until, String otherwise) {
        if (clock.instant().isAfter(until)) {
            throw new IllegalStateException(otherwise);
        }
        Waiting.pause(PAUSE);
    }
}
