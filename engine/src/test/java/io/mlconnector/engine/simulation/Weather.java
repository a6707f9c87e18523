package io.mlconnector.engine.simulation;

import java.time.Duration;

/**
 * How likely what goes wrong is, in one run. Some runs are calm, some are wild, some have one kind of trouble only, so that every
 * kind is met alone as well as together with others.
 *
 * @param crash of a process around one call to the journal or to a remote system
 * @param journal a call to the journal fails, before or after it took effect
 * @param lost a write to a remote system whose answer is lost, or which is lost itself
 * @param late a write that takes effect long after its answer was given up
 * @param throttled a call is told to come back later
 * @param away a call that cannot be made
 * @param notices an event or notice is lost, doubled or late
 * @param stalls how often a process stands still
 * @param kills how often a process is killed
 * @param jumps how often a clock is set
 * @param nodes how many daemons work on one journal
 * @param deeds how often a person does something
 * @param refused a folder refuses a file, and a person has to have it sent again
 * @param apart the least time between two requests of one process to one system
 */
record Weather(
        double crash,
        double journal,
        double lost,
        double late,
        double throttled,
        double away,
        double notices,
        int stalls,
        int kills,
        int jumps,
        int nodes,
        int deeds,
        double refused,
        Duration apart) {

    private static final int KINDS = 11;

    static Weather of(Chance chance) {
        int kind = chance.below(KINDS);
        int nodes = kind == 7 || chance.happens(0.3) ? 2 : 1;
        Weather sky = switch (kind) {
            case 0 -> of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
            case 1 -> of(0.03, 0, 0, 0, 0, 0, 0, 0, 0, 0, nodes);
            case 2 -> of(0, 0.05, 0, 0, 0, 0, 0, 0, 0, 0, nodes);
            case 3 -> of(0, 0, 0.4, 0.1, 0, 0, 0, 0, 0, 0, nodes);
            case 4 -> of(0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, nodes);
            case 5 -> of(0, 0, 0, 0, 0.3, 0.2, 0, 0, 0, 0, nodes);
            case 6 -> of(0, 0, 0, 0, 0, 0, 0.8, 0, 0, 0, nodes);
            case 7 -> of(0, 0, 0.1, 0.1, 0, 0, 0, 12, 0, 0, nodes);
            case 8 -> of(0, 0, 0, 0, 0, 0, 0, 0, 12, 4, nodes);
            default -> of(0.01, 0.02, 0.1, 0.05, 0.05, 0.05, 0.3, 4, 4, 2, nodes);
        };
        int deeds = kind != 0 && chance.happens(0.4) ? 4 + chance.below(12) : 0;
        double refused = deeds > 0 ? 0.15 : 0;
        return sky.with(deeds, refused, chance.happens(0.5) ? chance.millis(20, 250) : Duration.ZERO);
    }

    private static Weather of(
            double crash,
            double journal,
            double lost,
            double late,
            double throttled,
            double away,
            double notices,
            int stalls,
            int kills,
            int jumps,
            int nodes) {
        return new Weather(
                crash, journal, lost, late, throttled, away, notices, stalls, kills, jumps, nodes, 0, 0, Duration.ZERO);
    }

    private Weather with(int wishes, double refusals, Duration pause) {
        return new Weather(
                crash, journal, lost, late, throttled, away, notices, stalls, kills, jumps, nodes, wishes, refusals,
                pause);
    }

    boolean calm() {
        return crash + journal + lost + late + throttled + away + notices + stalls + kills + jumps + deeds == 0;
    }
}
