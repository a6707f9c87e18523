package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final long FIRST = Long.getLong("seed", 1);
    private static final int SEEDS = Integer.getInteger("seeds", Long.getLong("seed") == null ? 1_000 : 1);

    @Test
    void nothing_is_lost_and_nothing_is_done_twice_whatever_happens_when() {
        List<String> failing = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS && failing.size() < 20; seed++) {
            List<String> wrong = Quietly.run(seed);
            if (!wrong.isEmpty()) {
                failing.add("./mvnw -pl engine -am test -Dtest=SimulationTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dseed=" + seed + "   # "
                        + String.join(" | ", wrong));
            }
        }
        assertThat(failing).isEmpty();
    }
}
