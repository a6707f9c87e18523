package io.mlconnector.console.connection;

import io.mlconnector.console.page.Times;
import io.mlconnector.console.workplace.ConnectionStates;
import java.util.List;

/**
 * What a ping found.
 *
 * @param found everything that was asked, in order
 * @param times for the reader
 */
public record PingPart(List<ConnectionStates.Found> found, Times times) {

    /** How many are not as they must be. */
    public long bad() {
        return found.stream().filter(one -> !one.good()).count();
    }
}
