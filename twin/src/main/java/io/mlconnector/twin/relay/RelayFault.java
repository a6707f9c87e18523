package io.mlconnector.twin.relay;

import java.time.Duration;

/** One fault of a connection. */
public sealed interface RelayFault {

    /** Which way bytes travel. */
    enum Direction {
        /** From the client to the server. */
        TO_SERVER,
        /** From the server to the client. */
        TO_CLIENT
    }

    /**
     * Everything arrives later, in its order; so does the end of the connection.
     *
     * @param eachWay how much later, in each direction; at least a millisecond
     */
    record Latency(Duration eachWay) implements RelayFault {}

    /** The connection is reset (RST): a new one before it reaches the server, a live one at once, on both sides. */
    record Reset() implements RelayFault {}

    /**
     * Both sides are closed after a number of bytes, regardless of other traffic.
     *
     * @param bytes how many bytes still pass, not negative
     * @param direction the direction in which they are counted
     */
    record CutAfter(long bytes, Direction direction) implements RelayFault {}

    /**
     * One direction is silently discarded: its bytes and its end are dropped, the connection stays open. It stays
     * that way for the connection's whole life, because dropped bytes cannot be recovered.
     *
     * @param silent the discarded direction: {@code TO_CLIENT} delivers the request and loses the response,
     *     {@code TO_SERVER} loses the request
     */
    record HalfOpen(Direction silent) implements RelayFault {}

    /**
     * A thin line.
     *
     * @param bytesPerSecond how much passes in each direction, at least 1
     */
    record Bandwidth(int bytesPerSecond) implements RelayFault {}

    /**
     * Nothing passes in either direction, not even the end of the connection, until the faults are cleared; then everything
     * arrives, in its order, as after a network whose packets were lost and sent again.
     */
    record Frozen() implements RelayFault {}

    /**
     * What the server sends arrives a byte at a time; what it is sent arrives as usual.
     *
     * @param everyByte time between two bytes, at least a millisecond
     */
    record Dripping(Duration everyByte) implements RelayFault {}
}
