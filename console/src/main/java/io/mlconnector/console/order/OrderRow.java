package io.mlconnector.console.order;

import io.mlconnector.engine.order.OrderStanding;
import io.mlconnector.engine.order.Standing;
import io.mlconnector.ports.journal.order.OrderReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * An order in a list.
 *
 * @param standing how it stands
 */
public record OrderRow(OrderStanding standing) {

    /** Where its page is. */
    public String address() {
        return address(standing.reference());
    }

    /** Where the page of an order is. */
    public static String address(OrderReference order) {
        return "/orders/" + part(order.connection()) + "/" + part(order.orderNumber());
    }

    /** A space is no plus in a path. */
    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The word that gives its turn a colour. */
    public String tone() {
        if (standing.overdue()) {
            return "overdue";
        }
        return switch (standing.turn()) {
            case OURS -> "held";
            case PARTNER -> "awaited";
            case CONNECTOR -> "moving";
            case NOBODY -> "done";
        };
    }

    /** What is open, in a sentence. */
    public String words() {
        return standing.speaking().map(Standing::words).orElse("");
    }

    /** What the sentence is about. */
    public String about() {
        return standing.speaking().map(OrderRow::named).orElse("");
    }

    private static String named(Standing one) {
        return (one.document().type() + " "
                        + (one.document().type().equals("810")
                                ? one.document().keys().invoiceNumber()
                                : one.document().keys().confirmationNumber()))
                .strip();
    }

    /** An answer that is missing besides, in a sentence; empty if none is. */
    public Optional<String> beside() {
        return standing.overdueBeside().map(one -> named(one) + ": " + one.words());
    }

    /** Since when that is so. */
    public Optional<Instant> besideSince() {
        return standing.overdueBeside().map(Standing::since);
    }
}
