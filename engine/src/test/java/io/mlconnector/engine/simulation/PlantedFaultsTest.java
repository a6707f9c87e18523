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
        isFound(fault, fault.name());
    }

    /** Runs seeds until one is wrong. */
    static void isFound(PlantedFault fault, String name) {
        for (long seed = 1; seed <= MOST; seed++) {
            List<String> wrong = Quietly.run(seed, fault);
            // Only the fault can be what is found.
            if (!wrong.isEmpty() && Quietly.run(seed).isEmpty()) {
                System.out.println(name + " is found by seed " + seed + ": " + wrong.getFirst());
                return;
            }
        }
        fail(name + " was not found by " + MOST + " seeds");
    }
}
