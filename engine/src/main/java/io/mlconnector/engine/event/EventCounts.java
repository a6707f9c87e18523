package io.mlconnector.engine.event;

import io.mlconnector.domain.words.StorableText;
import io.mlconnector.ports.erp.BusinessEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How many Business Events of each kind came since the start; a kind that leads to nothing is logged when it comes first. */
public final class EventCounts {

    private static final Logger LOG = Logger.getLogger(EventCounts.class.getName());

    /** What a body is counted as that is JSON or not, but no event. */
    public static final String NO_EVENT = "none";

    /** What further kinds are counted as: a sender cannot fill the memory, or the metrics, with names of its own. */
    public static final String OTHERS = "others";

    /** Kinds of a connection that are counted by name. F&O has some hundred; an endpoint is given a handful of them. */
    private static final int MOST_KINDS = 50;

    private static final int LONGEST_KIND = 100;

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    /** Nothing came yet. */
    public EventCounts() {}

    /** One more of its kind. */
    void add(String connection, BusinessEvent event) {
        switch (event) {
            case BusinessEvent.OrderConfirmed ignored -> add(connection, "PurchaseOrderConfirmed");
            case BusinessEvent.ProductsReceived ignored -> add(connection, "PurchaseOrderReceived");
            case BusinessEvent.InvoicePosted ignored -> add(connection, "VendorInvoicePosted");
            case BusinessEvent.Other other -> {
                String kind = StorableText.shown(other.kind());
                String name = kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) : kind;
                if (add(connection, name) == 1) {
                    LOG.log(
                            Level.INFO,
                            "Connection {0}: F&O sends Business Events of the kind {1}, which lead to nothing here; they are"
                                    + " stored and counted. Take the endpoint off that event in F&O if it is not wanted.",
                            new Object[] {connection, name});
                }
            }
        }
    }

    /** A body that holds no event, for example a test of the endpoint. */
    void addNone(String connection) {
        add(connection, NO_EVENT);
    }

    private synchronized long add(String connection, String kind) {
        Map<String, Long> kinds = counts.computeIfAbsent(connection, ignored -> new TreeMap<>());
        String name = kinds.containsKey(kind) || kinds.size() < MOST_KINDS ? kind : OTHERS;
        return kinds.merge(name, 1L, Long::sum);
    }

    /** By connection and kind. */
    public synchronized Map<String, Map<String, Long>> all() {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((connection, kinds) -> copy.put(connection, Map.copyOf(kinds)));
        return copy;
    }
}
