package io.mlconnector.console.order;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.order.OpenOrders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders a reader looks at, as it stands in the address of the page.
 *
 * @param partner short name; empty: any
 * @param turn whose turn it is; one of {@link #TURNS}, or empty: any, settled ones too
 * @param number of an order, or a part of it; empty: any
 */
public record OrderQuery(String partner, String turn, String number) {

    /** Orders on a page. */
    static final int MOST = 50;

    /** Settled orders on a page. */
    static final int SETTLED = 25;

    /** What its address may say. */
    static final List<String> WORDS = List.of("partner", "turn", "q");

    private static final String OURS = "ours";
    private static final String PARTNERS = "the-partner's";
    private static final String OVERDUE = "overdue";
    private static final String ON_ITS_WAY = "on-its-way";

    /** Whose turn it can be. */
    public static final List<String> TURNS = List.of(OURS, PARTNERS, OVERDUE, ON_ITS_WAY);

    static OrderQuery of(Form form) {
        OrderQuery query = new OrderQuery(form.text("partner"), form.text("turn"), form.text("q"));
        if (!query.turn.isEmpty() && !TURNS.contains(query.turn)) {
            throw new UnusableException("Whose turn it is can be one of " + String.join(", ", TURNS) + ".");
        }
        return query;
    }

    /** As the journal is asked for those with something open. */
    OpenOrders open() {
        Optional<String> of = Optional.of(partner).filter(name -> !name.isEmpty());
        return switch (turn) {
            case OURS ->
                new OpenOrders(
                        of, Set.of(Condition.HELD, Condition.FAILED), Set.of(Acknowledgement.REJECTED), MOST + 1);
            case PARTNERS ->
                new OpenOrders(of, Set.of(), Set.of(Acknowledgement.AWAITED, Acknowledgement.OVERDUE), MOST + 1);
            case OVERDUE -> new OpenOrders(of, Set.of(), Set.of(Acknowledgement.OVERDUE), MOST + 1);
            case ON_ITS_WAY ->
                new OpenOrders(of, Set.of(Condition.MOVING, Condition.WAITING, Condition.UNKNOWN), Set.of(), MOST + 1);
            default -> OpenOrders.any(of, MOST + 1);
        };
    }

    /** Whether settled orders are shown too. */
    public boolean all() {
        return turn.isEmpty();
    }

    /** Whether nothing restricts. */
    public boolean everything() {
        return number.isEmpty() && turn.isEmpty() && partner.isEmpty();
    }

    /** The address of the list with it. */
    public String address() {
        List<String> parts = new ArrayList<>();
        if (!partner.isEmpty()) {
            parts.add("partner=" + URLEncoder.encode(partner, StandardCharsets.UTF_8));
        }
        if (!turn.isEmpty()) {
            parts.add("turn=" + URLEncoder.encode(turn, StandardCharsets.UTF_8));
        }
        if (!number.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? "/orders" : "/orders?" + String.join("&", parts);
    }
}
