package io.mlconnector.verification.verify.trouble;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One period of one kind of trouble while orders and invoices were processed.
 *
 * @param trouble its kind
 * @param from when it began
 * @param to when it ended
 * @param orders numbers of the orders confirmed in it
 * @param kills of a daemon without other trouble at the time
 * @param endurance how the daemon stood it, if that is measured for this kind of trouble
 */
public record Round(
        Trouble trouble, Instant from, Instant to, Set<String> orders, List<Kill> kills, Endurance endurance) {

    public Round {
        orders = Set.copyOf(orders);
        kills = List.copyOf(kills);
    }
}
