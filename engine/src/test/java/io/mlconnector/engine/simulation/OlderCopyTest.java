package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older copy of the journal is put back and the router has emptied the folders, whatever else goes wrong. */
class OlderCopyTest {

    private static final int SEEDS = 300;
    private static final Logger LOG = Logger.getLogger("io.mlconnector");

    @BeforeEach
    void be_quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void speak_again() {
        LOG.setLevel(null);
    }

    @Test
    void nothing_is_sent_twice_whatever_a_person_lets_go_of_what_partners_lack() {
        List<String> failing = new ArrayList<>();
        int settled = 0;
        int missing = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            OlderCopy run = new OlderCopy(seed, true);
            List<String> wrong = run.run();
            settled += run.settledSomething() ? 1 : 0;
            missing += run.missing();
            if (!wrong.isEmpty()) {
                failing.add("seed " + seed + ": " + wrong);
            }
        }
        assertThat(failing).isEmpty();
        assertThat(settled).as("runs in which something was held and settled").isGreaterThan(SEEDS / 3);
        assertThat(missing)
                .as("files that were taken and removed since the copy, and are told as missing")
                .isGreaterThan(SEEDS / 20);
    }

    @Test
    void a_journal_that_does_not_miss_removed_files_is_found() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<String> wrong = new OlderCopy(seed, false).run();
            if (wrong.stream().anyMatch(one -> one.startsWith("lost: invoice"))) {
                System.out.println("NO_FILE_IS_MISSED_AFTER_A_RESTORE is found by seed " + seed + ": " + wrong);
                return;
            }
        }
        assertThat(SEEDS).as("seeds of which none has lost an invoice").isZero();
    }

    @Test
    void a_journal_that_does_not_notice_is_found() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<String> wrong = new OlderCopy(seed, false).run();
            if (wrong.stream().anyMatch(one -> one.startsWith("doubled"))) {
                System.out.println("NO_HOLD_AFTER_A_RESTORE is found by seed " + seed + ": " + wrong.getFirst());
                return;
            }
        }
        assertThat(SEEDS).as("seeds of which none has found a double").isZero();
    }
}
