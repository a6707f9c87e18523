package io.mlconnector.console.connection;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.console.workplace.Minutes;
import io.mlconnector.domain.words.Counted;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of connections.
 *
 * @param frame around it
 * @param states all of them
 * @param daemon what else goes on
 * @param loads how busy the gates are
 * @param minutes how many requests went to each remote system
 * @param remembered of each connection, in sentences
 */
public record ConnectionsPage(
        Frame frame,
        List<ConnectionState> states,
        List<ConnectionState.Poll> daemon,
        List<ConnectionStates.Load> loads,
        Minutes minutes,
        Map<String, List<String>> remembered) {

    /** How busy the way to one side is, such as {@code 2 under way of 6, 0 waiting}. */
    public String busy(ConnectionState.Side side) {
        return loads.stream()
                .filter(load -> load.system().equals(side.system()))
                .map(load -> load.underWay() + " under way of " + load.allowed() + ", " + load.waiting() + " waiting")
                .findFirst()
                .orElse("nothing was sent yet");
    }

    /** How much of what may be sent was sent in the last minute that is over. */
    public String used(ConnectionState.Side side) {
        Optional<Minutes.Requests> sent = minutes.past().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(minutes.past().getLast().requests().get(side.system()));
        Double limit = minutes.limits().get(side.system());
        return sent.map(requests -> limit == null
                        ? Counted.of(requests.all(), "request")
                        : requests.busiest() + " of " + Math.round(limit) + " under the busiest path, " + requests.all()
                                + " under all")
                .orElse("no minute is over yet");
    }

    /** What is remembered of a connection. */
    public List<String> remembered(ConnectionState state) {
        return remembered.getOrDefault(state.id(), List.of());
    }

    /** Whether the reader may ask remote systems. */
    public boolean mayPing() {
        return frame.may(Permission.PING);
    }
}
