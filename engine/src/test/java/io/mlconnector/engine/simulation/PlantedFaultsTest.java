package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof that the proof works: an engine with a fault does not pass. */
class PlantedFaultsTest {

    /** A fault that this many seeds do not find would be found too seldom. */
    private static final int MOST = 1_500;

    @ParameterizedTest
    @EnumSource(PlantedFaults.class)
    void the_simulation_finds_the_fault(PlantedFaults fault) {
        for (long seed = 1; seed <= MOST; seed++) {
            List<String> wrong = Quietly.run(seed, fault);
            if (!wrong.isEmpty()) {
                System.out.println(fault + " is found by seed " + seed + ": " + wrong.getFirst());
                return;
            }
        }
        fail(fault + " was not found by " + MOST + " seeds");
    }
}
