package io.mlconnector.twin;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.fault.NoticeFaults;
import io.mlconnector.twin.http.RecordCopy;
import io.mlconnector.twin.partner.Habits;
import io.mlconnector.twin.scenario.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * How to start a twin.
 *
 * @param seed determines everything that is generated
 * @param dynamicsPort port of F&amp;O, 0 for any free one
 * @param cleoPort port of Cleo, 0 for any free one
 * @param clock its time
 * @param dynamics how F&amp;O behaves
 * @param cleo how Cleo behaves
 * @param scenario its initial data and script
 * @param pace time between two confirmations, and response time of a partner
 * @param habits how partners send invoices for orders without a plan
 * @param notices delivery faults of Business Events and of a Studio flow's calls
 */
public record TwinOptions(
        long seed,
        int dynamicsPort,
        int cleoPort,
        Clock clock,
        DynamicsBehaviour dynamics,
        CleoBehaviour cleo,
        Scenario scenario,
        Duration pace,
        Habits habits,
        NoticeFaults notices) {

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
                Duration.ofMillis(150),
                Habits.none(),
                NoticeFaults.none());
    }

    /**
     * No data, any ports, no rate limit, and uploads that are kept: for tests that set up their own data.
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
                Duration.ofMillis(20),
                Habits.none(),
                NoticeFaults.none());
    }

    /**
     * For orders and invoices in any number, see {@link Twin#confirm(int)}: any ports, an F&amp;O that does not catch
     * invoice numbers used twice, one upload folder that keeps its files and others emptied at once, partners with
     * every habit, and notices that are lost, duplicated and delayed.
     *
     * @param seed the seed
     * @return the options
     */
    public static TwinOptions stress(long seed) {
        Scenario scenario = Scenario.stress();
        return new TwinOptions(
                seed,
                0,
                0,
                Clock.systemUTC(),
                DynamicsBehaviour.defaults().withDuplicateInvoiceCheck(DynamicsBehaviour.DuplicateInvoiceCheck.ACCEPT),
                CleoBehaviour.defaults()
                        .withRouterTakesAfter(Duration.ofMillis(1))
                        .withKeptFolders(Set.of(scenario.partners().getFirst().uploadFolder())),
                scenario,
                Duration.ofMillis(100),
                Habits.usual(),
                new NoticeFaults(0.1, 0.1, 0.3, Duration.ofSeconds(2)));
    }

    /**
     * A copy with another seed.
     *
     * @param value the seed
     * @return the copy
     */
    public TwinOptions withSeed(long value) {
        return with("seed", value);
    }

    /**
     * A copy with another dynamicsPort.
     *
     * @param value port of F&amp;O, 0 for any free one
     * @return the copy
     */
    public TwinOptions withDynamicsPort(int value) {
        return with("dynamicsPort", value);
    }

    /**
     * A copy with another cleoPort.
     *
     * @param value port of Cleo, 0 for any free one
     * @return the copy
     */
    public TwinOptions withCleoPort(int value) {
        return with("cleoPort", value);
    }

    /**
     * A copy with another clock.
     *
     * @param value its time
     * @return the copy
     */
    public TwinOptions withClock(Clock value) {
        return with("clock", value);
    }

    /**
     * A copy with another dynamics.
     *
     * @param value how F&amp;O behaves
     * @return the copy
     */
    public TwinOptions withDynamics(DynamicsBehaviour value) {
        return with("dynamics", value);
    }

    /**
     * A copy with another cleo.
     *
     * @param value how Cleo behaves
     * @return the copy
     */
    public TwinOptions withCleo(CleoBehaviour value) {
        return with("cleo", value);
    }

    /**
     * A copy with another scenario.
     *
     * @param value its initial data and script
     * @return the copy
     */
    public TwinOptions withScenario(Scenario value) {
        return with("scenario", value);
    }

    /**
     * A copy with another pace.
     *
     * @param value time between two confirmations, and response time of a partner
     * @return the copy
     */
    public TwinOptions withPace(Duration value) {
        return with("pace", value);
    }

    /**
     * A copy with other habits.
     *
     * @param value how partners send invoices for orders without a plan
     * @return the copy
     */
    public TwinOptions withHabits(Habits value) {
        return with("habits", value);
    }

    /**
     * A copy with other faults of notices.
     *
     * @param value delivery faults of Business Events and of a Studio flow's calls
     * @return the copy
     */
    public TwinOptions withNotices(NoticeFaults value) {
        return with("notices", value);
    }

    private TwinOptions with(String component, Object value) {
        return RecordCopy.of(TwinOptions.class, this, component, value);
    }
}
