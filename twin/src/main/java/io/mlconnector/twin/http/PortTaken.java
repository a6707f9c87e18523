package io.mlconnector.twin.http;

/** A simulator cannot listen on its port: something else does, or it is not allowed. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * Without a stack trace: nothing is wrong with the program.
     *
     * @param port the port
     * @param cause what the machine said
     */
    PortTaken(int port, Throwable cause) {
        super("Port " + port + " of 127.0.0.1 cannot be listened on: " + cause.getMessage(), cause, false, false);
        this.port = port;
    }

    /**
     * Which port.
     *
     * @return the port
     */
    public int port() {
        return port;
    }
}
