package io.mlconnector.engine.loop;

/**
 * Addresses on the event bus. A signal only makes somebody look sooner; what there is to do stands in the journal.
 */
public final class Signals {

    /** A document may be due. */
    public static final String DUE = "mlc.due";

    /** A document changed; the body is its id. */
    public static final String CHANGED = "mlc.changed";

    private Signals() {}

    /** Orders of a connection may have been confirmed; the body names legal entity, kind and order, or is empty. */
    public static String ordersOf(String connection) {
        return "mlc.orders." + connection;
    }

    /** Files of a connection may have landed. */
    public static String filesOf(String connection) {
        return "mlc.files." + connection;
    }
}
