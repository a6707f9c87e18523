package io.mlconnector.verification.verify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.verification.verify.evaluation.RequestEtiquette.Busy;
import io.mlconnector.verification.verify.trouble.Endurance;
import io.mlconnector.verification.verify.trouble.Finding;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final ResultRow KILLED = new ResultRow(
            Trouble.DAEMON_KILLED,
            2,
            10,
            9,
            0,
            0,
            0,
            new UncertainWrites(3, 1, 0),
            0,
            new ResumeTimes(List.of(Duration.ofMillis(1_900), Duration.ofMillis(2_400))),
            new Endurance(Optional.of(Duration.ofMillis(46_200)), Optional.empty(), List.of()),
            0,
            new Busy(5, "who and when"));

    private static Report report(Finding... findings) {
        return new Report(7, List.of(KILLED), List.of(findings), Duration.ofSeconds(61), 1234);
    }

    @Test
    void every_kind_of_trouble_is_a_row() {
        assertThat(report().lines().get(1).split(" {2,}", -1))
                .containsExactly(
                        "daemon killed",
                        "2",
                        "10",
                        "9",
                        "0",
                        "0",
                        "0",
                        "3",
                        "1",
                        "0",
                        "2",
                        "1.9 s",
                        "2.4 s",
                        "46.2 s",
                        "-",
                        "0",
                        "5");
    }

    @Test
    void the_last_line_has_seed_and_verdict() {
        assertThat(report().asPromised()).isTrue();
        assertThat(report().lines().getLast()).isEqualTo("Seed 7: nothing was lost and nothing was done twice.");
    }

    @Test
    void what_is_wrong_is_named_and_changes_the_verdict() {
        Report wrong = report(
                new Finding(Trouble.DAEMON_KILLED, Finding.Kind.LOST, "Confirmation usmf/C-1 was never uploaded"));
        assertThat(wrong.asPromised()).isFalse();
        assertThat(wrong.lines()).contains("WRONG (daemon killed): Confirmation usmf/C-1 was never uploaded");
        assertThat(wrong.lines().getLast()).isEqualTo("Seed 7: 1 thing is NOT as promised.");
        assertThat(wrong.json().getBoolean("asPromised")).isFalse();
        assertThat(wrong.json().getJsonArray("findings").getJsonObject(0).getString("kind"))
                .isEqualTo("lost");
    }
}
