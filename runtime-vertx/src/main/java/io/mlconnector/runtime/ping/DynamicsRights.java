package io.mlconnector.runtime.ping;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.examination.Extent;
import io.mlconnector.dynamics.examination.SetAccess;
import io.mlconnector.dynamics.examination.UsedSet;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the user of the client id may do in F&O, and how this machine and that environment agree.
 *
 * @param loop on which it goes on
 * @param settings what is used
 * @param dynamics the F&O side, signed in
 */
record DynamicsRights(Loop loop, ConnectionSettings settings, Dynamics dynamics) {

    /** Tokens and assertions are good for minutes around their time; a clock that is more than this off is not kept right. */
    private static final Duration MOST_OFF = Duration.ofMinutes(1);

    /** Nobody gives this number to an invoice. */
    private static final String NO_INVOICE = "ML-CONNECTOR-CHECK";

    Future<List<Finding>> findings() {
        boolean orders = settings.partners().all().stream()
                .anyMatch(partner -> partner.orders().isPresent());
        boolean invoices = settings.partners().all().stream()
                .anyMatch(partner -> partner.invoices().isPresent());
        Extent extent = Extent.of(
                orders,
                settings.partners().all().stream()
                        .flatMap(partner -> partner.invoices().stream())
                        .toList());
        List<Finding> found = new ArrayList<>();
        return loop.await(dynamics.visible())
                .onSuccess(visible -> seen(visible).ifPresent(found::add))
                .compose(ignored -> loop.await(dynamics.examine(extent)))
                .onSuccess(accesses -> {
                    accesses.forEach(access ->
                            found.add(finding("F&O: " + access.set().names().get(0), access.good(), access.words())));
                    if (orders) {
                        found.add(source(accesses));
                    }
                })
                .compose(ignored -> loop.await(dynamics.examineFields(extent)))
                .onSuccess(accesses -> accesses.forEach(
                        access -> found.add(finding("F&O: fields, " + access.what(), access.good(), access.words()))))
                .compose(ignored -> invoices ? guard().onSuccess(found::add) : Future.succeededFuture())
                .map(ignored -> {
                    clock().ifPresent(found::add);
                    return found;
                });
    }

    private Finding finding(String what, boolean good, String words) {
        return new Finding(settings.id(), what, good, words);
    }

    /** Those that are configured are asked for one by one; here is what else there is. */
    private Optional<Finding> seen(Outcome<List<LegalEntity>> visible) {
        return visible instanceof Outcome.Done<List<LegalEntity>>(List<LegalEntity> all)
                ? Optional.of(finding(
                        "F&O: legal entities",
                        true,
                        "the user sees " + names(all) + "; configured: "
                                + names(settings.dynamics().legalEntities().stream()
                                        .toList())))
                : Optional.empty();
    }

    private static String names(List<LegalEntity> all) {
        return all.isEmpty()
                ? "none"
                : all.stream().map(LegalEntity::id).sorted().collect(Collectors.joining(", "));
    }

    private Finding source(List<SetAccess> accesses) {
        OrderSource configured = settings.dynamics().orderSource();
        boolean confirmations = accesses.stream()
                .filter(access ->
                        access.set() == UsedSet.CONFIRMATION_HEADERS || access.set() == UsedSet.CONFIRMATION_LINES)
                .allMatch(SetAccess::readable);
        boolean orders = accesses.stream()
                .filter(access -> access.set() == UsedSet.ORDER_HEADERS || access.set() == UsedSet.ORDER_LINES)
                .allMatch(SetAccess::readable);
        String what = "F&O: source of confirmed orders";
        return switch (configured) {
            case ORDERS -> finding(what, orders, "the orders in their present state, as configured");
            case CONFIRMATIONS -> finding(what, confirmations, "the confirmations, as configured");
            case AUTOMATIC ->
                confirmations
                        ? finding(
                                what,
                                true,
                                dynamics.purchaseOrders().remark().orElse("the confirmations, which can be read"))
                        : finding(
                                what,
                                orders,
                                orders
                                        ? "the orders in their present state, because the confirmations cannot be read"
                                        : "none: neither the confirmations nor the orders can be read");
        };
    }

    /** The very question that is asked before an invoice is created, with a number that no invoice has. */
    private Future<Finding> guard() {
        String what = "F&O: duplicate invoices";
        Optional<LegalEntity> legalEntity =
                settings.dynamics().legalEntities().stream().findFirst();
        if (legalEntity.isEmpty()) {
            return Future.succeededFuture(finding(what, false, "no legal entity is configured"));
        }
        return loop.await(dynamics.vendorInvoices().find(legalEntity.get(), new VendorAccount(NO_INVOICE), NO_INVOICE))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<?>(List<?> none)
                    when none.isEmpty() ->
                        finding(what, true, "pending and posted invoices are found by vendor and number");
                    case Outcome.Done<?> ignored ->
                        finding(
                                what,
                                false,
                                "F&O shows invoices of number " + NO_INVOICE
                                        + ", which nobody has: it does not filter. Nothing can be posted safely.");
                    case Outcome.Refused<?>(Problem why) -> finding(what, false, why.message());
                    case Outcome.NotNow<?>(Problem why, Optional<Duration> ignored) ->
                        finding(what, false, why.message());
                    case Outcome.Unknown<?>(Problem why) -> finding(what, false, why.message());
                });
    }

    private Optional<Finding> clock() {
        return dynamics.ahead().map(ahead -> {
            long seconds = ahead.abs().toSeconds();
            boolean good = ahead.abs().compareTo(MOST_OFF) <= 0;
            return finding(
                    "F&O: clock",
                    good,
                    good
                            ? "differs by " + seconds + " s at most"
                            : "this machine is " + seconds + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                                    + " F&O: have its clock set (NTP). Tokens are renewed at wrong times, and certificates are"
                                    + " refused.");
        });
    }
}
