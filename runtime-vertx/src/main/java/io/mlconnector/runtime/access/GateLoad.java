package io.mlconnector.runtime.access;

/**
 * What a gate has to do, for people who watch.
 *
 * @param allowed requests that may be under way at present
 * @param underWay requests that are
 * @param waiting requests that wait for their turn
 * @param lowered how often trouble lowered what is allowed, since the start
 */
public record GateLoad(int allowed, int underWay, int waiting, long lowered) {}
