package io.mlconnector.engine.simulation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof that wrong decisions about wishes and answers are found, too. */
class DomainFaultsTest {

    @ParameterizedTest
    @EnumSource(DomainFaults.class)
    void the_simulation_finds_the_wrong_decision(DomainFaults fault) {
        PlantedFaultsTest.isFound(fault, fault.name());
    }
}
