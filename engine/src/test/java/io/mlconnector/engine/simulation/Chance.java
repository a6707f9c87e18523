package io.mlconnector.engine.simulation;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Chance from a seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    RandomGenerator generator() {
        return random;
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Milliseconds between both, the upper one left out. */
    Duration millis(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }
}
