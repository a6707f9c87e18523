package io.mlconnector.twin.relay;

import java.time.Duration;

/** One thing that goes wrong with a connection. */
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
     * Both sides are closed once so many bytes have gone by, whatever else was under way.
     *
     * @param bytes how many bytes still pass, not negative
     * @param direction the direction in which they are counted
     */
    record CutAfter(long bytes, Direction direction) implements RelayFault {}

    /**
     * One direction goes silent and nothing says so: its bytes and its end vanish, the connection stays open. It stays
     * that way for the connection's whole life, because what has vanished cannot be made up for.
     *
     * @param silent the direction that is swallowed: {@code TO_CLIENT} takes the request and loses the answer,
     *     {@code TO_SERVER} loses the request
     */
    record HalfOpen(Direction silent) implements RelayFault {}

    /**
     * A thin line.
     *
     * @param bytesPerSecond how much passes in each direction, at least 1
     */
    record Bandwidth(int bytesPerSecond) implements RelayFault {}
}
