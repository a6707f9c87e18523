package io.mlconnector.twin;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.dynamics.DynamicsBehaviour;
import io.mlconnector.twin.scenario.Scenario;
import java.time.Clock;
import java.time.Duration;

/**
 * How to start a twin.
 *
 * @param seed everything generated follows from it
 * @param dynamicsPort port of F&amp;O, 0 for any free one
 * @param cleoPort port of Cleo, 0 for any free one
 * @param clock its time
 * @param dynamics how F&amp;O behaves
 * @param cleo how Cleo behaves
 * @param scenario what it is filled with
 * @param pace time between two confirmations, and how long a partner takes to answer
 */
public record TwinOptions(
        long seed,
        int dynamicsPort,
        int cleoPort,
        Clock clock,
        DynamicsBehaviour dynamics,
        CleoBehaviour cleo,
        Scenario scenario,
        Duration pace) {

    /**
     * The demonstration on ports 8091 and 8092.
     *
     * @param seed the seed
     * @return the options
     */
    public static TwinOptions demo(long seed) {
        return new TwinOptions(
                seed,
                8091,
                8092,
                Clock.systemUTC(),
                DynamicsBehaviour.defaults(),
                CleoBehaviour.defaults(),
                Scenario.demo(seed),
                Duration.ofMillis(150));
    }

    /**
     * No data, any ports, no rate limit, and uploads that stay where they are: for filling by hand.
     *
     * @param seed the seed
     * @return the options
     */
    public static TwinOptions empty(long seed) {
        return new TwinOptions(
                seed,
                0,
                0,
                Clock.systemUTC(),
                DynamicsBehaviour.defaults(),
                CleoBehaviour.defaults().withRequestsPerSecond(0).withRouterTakesAfter(CleoBehaviour.NEVER),
                Scenario.empty(),
                Duration.ofMillis(20));
    }

    /**
     * A copy with another seed.
     *
     * @param value the seed
     * @return the copy
     */
    public TwinOptions withSeed(long value) {
        return new TwinOptions(value, dynamicsPort, cleoPort, clock, dynamics, cleo, scenario, pace);
    }

    /**
     * A copy with another dynamicsPort.
     *
     * @param value port of F&amp;O, 0 for any free one
     * @return the copy
     */
    public TwinOptions withDynamicsPort(int value) {
        return new TwinOptions(seed, value, cleoPort, clock, dynamics, cleo, scenario, pace);
    }

    /**
     * A copy with another cleoPort.
     *
     * @param value port of Cleo, 0 for any free one
     * @return the copy
     */
    public TwinOptions withCleoPort(int value) {
        return new TwinOptions(seed, dynamicsPort, value, clock, dynamics, cleo, scenario, pace);
    }

    /**
     * A copy with another clock.
     *
     * @param value its time
     * @return the copy
     */
    public TwinOptions withClock(Clock value) {
        return new TwinOptions(seed, dynamicsPort, cleoPort, value, dynamics, cleo, scenario, pace);
    }

    /**
     * A copy with another dynamics.
     *
     * @param value how F&amp;O behaves
     * @return the copy
     */
    public TwinOptions withDynamics(DynamicsBehaviour value) {
        return new TwinOptions(seed, dynamicsPort, cleoPort, clock, value, cleo, scenario, pace);
    }

    /**
     * A copy with another cleo.
     *
     * @param value how Cleo behaves
     * @return the copy
     */
    public TwinOptions withCleo(CleoBehaviour value) {
        return new TwinOptions(seed, dynamicsPort, cleoPort, clock, dynamics, value, scenario, pace);
    }

    /**
     * A copy with another scenario.
     *
     * @param value what it is filled with
     * @return the copy
     */
    public TwinOptions withScenario(Scenario value) {
        return new TwinOptions(seed, dynamicsPort, cleoPort, clock, dynamics, cleo, value, pace);
    }

    /**
     * A copy with another pace.
     *
     * @param value time between two confirmations, and how long a partner takes to answer
     * @return the copy
     */
    public TwinOptions withPace(Duration value) {
        return new TwinOptions(seed, dynamicsPort, cleoPort, clock, dynamics, cleo, scenario, value);
    }
}
