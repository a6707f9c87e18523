package io.mlconnector.engine.simulation;

/** What a test changes in a run on purpose, to see that its story becomes another one. */
enum Disturbance {
    /** Nothing: the run is as the seed wants it. */
    NONE,
    /** One number more is drawn from chance, some time after the beginning. */
    ONE_DRAW_MORE,
    /** One process stands still for two seconds, now and then. */
    STEPS_LATER
}
