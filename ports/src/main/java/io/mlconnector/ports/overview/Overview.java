package io.mlconnector.ports.overview;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Figures about all documents, for people. Nothing is decided by them. */
public interface Overview {

    /** What is not settled now. */
    CompletionStage<Standing> standing(Instant now);

    /**
     * What came and what arrived, hour by hour.
     *
     * @param from the first hour is the one of this time
     * @param to the last hour is the one of this time
     * @return hours in which something happened, the oldest first
     */
    CompletionStage<List<Hour>> hours(Instant from, Instant to);

    /** How documents went that a partner exchanged on a connection, and that arrived at this time or later. */
    CompletionStage<Punctuality> punctuality(String connection, String partner, Instant from);
}
