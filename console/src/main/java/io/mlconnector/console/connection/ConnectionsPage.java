package io.mlconnector.console.connection;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import java.util.List;

/**
 * The page of connections.
 *
 * @param frame around it
 * @param states all of them
 * @param daemon what else goes on
 * @param loads how busy the gates are
 */
public record ConnectionsPage(
        Frame frame,
        List<ConnectionState> states,
        List<ConnectionState.Poll> daemon,
        List<ConnectionStates.Load> loads) {

    /** Whether the reader may ask remote systems. */
    public boolean mayPing() {
        return frame.may(Permission.PING);
    }
}
