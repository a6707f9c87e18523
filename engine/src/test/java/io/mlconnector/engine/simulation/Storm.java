package io.mlconnector.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What goes wrong when, drawn from the weather as the run goes on; calm after its end. */
final class Storm {

    private final VirtualTime time;
    private final Story story;
    private final Chance chance;
    private final Weather weather;
    private final Instant end;
    private final Consumer<Life> killer;
    private Instant journalAwayUntil = Instant.MIN;
    private int tokenGeneration;

    /**
     * Blows from now on.
     *
     * @param end when everything goes well again
     * @param killer ends a process
     */
    Storm(VirtualTime time, Story story, Chance chance, Weather weather, Instant end, Consumer<Life> killer) {
        this.time = time;
        this.story = story;
        this.chance = chance;
        this.weather = weather;
        this.end = end;
        this.killer = killer;
    }

    /** What becomes of a write that has left. */
    enum WriteFate {
        /** It takes effect, and the answer says so. */
        WELL,
        /** It takes effect, and nobody says so. */
        ANSWER_LOST,
        /** It takes effect long after everybody stopped waiting. */
        LATE,
        /** It never arrives, and nobody says so. */
        LOST
    }

    VirtualTime time() {
        return time;
    }

    private boolean blows(double probability) {
        return probability > 0 && time.now().isBefore(end) && chance.happens(probability);
    }

    /** The way there or back. */
    Duration hop() {
        return chance.happens(0.05) ? chance.millis(5, 200) : chance.millis(1, 5);
    }

    boolean strikesDead(Life life) {
        boolean struck = life.alive() && blows(weather.crash());
        if (struck) {
            story.tell("crash");
            killer.accept(life);
        }
        return struck || !life.alive();
    }

    boolean journalFails() {
        return time.now().isBefore(journalAwayUntil) || blows(weather.journal());
    }

    /** The database is away for a while. */
    void cutJournal() {
        story.tell("journal cut");
        journalAwayUntil = time.now().plus(chance.millis(200, 8_000));
    }

    boolean throttles() {
        return blows(weather.throttled());
    }

    Duration awayFor() {
        return chance.millis(500, 30_000);
    }

    boolean isAway() {
        return blows(weather.away());
    }

    boolean losesAnswer() {
        return blows(weather.lost() / 2);
    }

    WriteFate fateOfWrite() {
        if (blows(weather.late())) {
            return WriteFate.LATE;
        }
        if (blows(weather.lost())) {
            return chance.happens(0.5) ? WriteFate.LOST : WriteFate.ANSWER_LOST;
        }
        return WriteFate.WELL;
    }

    /** Slow work of a remote system takes no longer than the longest request may take. */
    Duration lateness() {
        return chance.millis(500, 90_000);
    }

    /** How long an answer is waited for. */
    Duration patience() {
        return chance.millis(100, 30_000);
    }

    /** The code with which a folder refuses a file for a while; a person has to see to that. */
    static final String REFUSED = "folder-refuses";

    /** Whether a folder refuses this write; only where a person is at the desk. */
    boolean refuses(String method) {
        return method.equals("upload") && blows(weather.refused());
    }

    /** The least time between two requests of one process to one system. */
    Duration apart() {
        return weather.apart();
    }

    boolean noticeGoesWrong() {
        return blows(weather.notices());
    }

    int tokenGeneration() {
        return tokenGeneration;
    }

    void revokeTokens() {
        story.tell("tokens revoked");
        tokenGeneration++;
    }
}
