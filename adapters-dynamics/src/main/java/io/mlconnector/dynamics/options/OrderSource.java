package io.mlconnector.dynamics.options;

/** Where confirmed orders are read. */
public enum OrderSource {
    /** The confirmations, which show every revision as it was confirmed. */
    CONFIRMATIONS,
    /** The orders themselves, which show what they say now and whether that is confirmed. */
    ORDERS,
    /** The confirmations; where F&O does not show them, the orders. */
    AUTOMATIC
}
