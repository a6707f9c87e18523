package io.mlconnector.dynamics.internal.present;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Chooses where confirmed orders are read. With {@link OrderSource#AUTOMATIC} the confirmations, until F&O denies them and shows the
 * orders themselves; from then on the orders, as long as the process runs, so that one minute's right does not change the numbers of
 * all revisions.
 */
public final class OrderSources implements PurchaseOrders {

    /** Denied for so long, without an answer between, they are denied. */
    private static final Duration LASTING = Duration.ofSeconds(30);

    private final OrderSource configured;
    private final PurchaseOrders confirmations;
    private final PresentOrders orders;
    private final NotesOfOrders notes;
    private final InstantSource clock;
    private volatile Optional<String> denied = Optional.empty();

    /** Since when the confirmations were denied at every look; none while they can be read. */
    private final AtomicReference<Optional<Instant>> suspected = new AtomicReference<>(Optional.empty());

    /** Chooses between these. */
    public OrderSources(
            OrderSource configured,
            PurchaseOrders confirmations,
            PresentOrders orders,
            NotesOfOrders notes,
            InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
        this.configured = configured;
        this.confirmations = confirmations;
        this.orders = orders;
    }

    /** Whether the orders themselves are read, as far as is known now. */
    private boolean ofOrders() {
        return configured == OrderSource.ORDERS || denied.isPresent();
    }

    @Override
    public Optional<String> remark() {
        return denied.map(
                why -> "Confirmed orders are read from PurchaseOrderHeadersV2 and -LinesV2, in the state in which"
                        + " they are, because the confirmations cannot be read: " + why
                        + " Give the user of the client id the right to read PurchaseOrderConfirmationHeaders and -Lines and"
                        + " restart, or set dynamics.orders.source to orders.");
    }

    @Override
    public CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        return either(
                () -> confirmations.confirmedSince(legalEntities, since),
                () -> orders.confirmedSince(legalEntities, since).toCompletionStage());
    }

    @Override
    public CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber) {
        return either(
                () -> confirmations.confirmationsOf(legalEntity, orderNumber),
                () -> orders.confirmationsOf(legalEntity, orderNumber).toCompletionStage());
    }

    @Override
    public CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key) {
        return ContentRevision.is(key.confirmationNumber())
                ? orders.read(key).toCompletionStage()
                : either(
                        () -> confirmations.read(key).thenCompose(this::noted),
                        () -> orders.read(key).toCompletionStage());
    }

    private CompletionStage<Outcome<PurchaseOrder>> noted(Outcome<PurchaseOrder> read) {
        return read instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                ? notes.add(order.key().legalEntity(), List.of(order))
                        .map(noted -> noted.map(orders -> orders.get(0)))
                        .toCompletionStage()
                : CompletableFuture.completedFuture(read);
    }

    @Override
    public CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber) {
        return confirmations.find(legalEntities, orderNumber);
    }

    private <T> CompletionStage<Outcome<T>> either(
            Supplier<CompletionStage<Outcome<T>>> ofConfirmations, Supplier<CompletionStage<Outcome<T>>> ofOrders) {
        if (ofOrders()) {
            return ofOrders.get();
        }
        CompletionStage<Outcome<T>> first = ofConfirmations.get();
        if (configured == OrderSource.CONFIRMATIONS) {
            return first;
        }
        return first.thenCompose(outcome -> {
            Optional<String> why = lasting(outcome);
            return why.isEmpty()
                    ? CompletableFuture.completedFuture(outcome)
                    : ofOrders.get().thenApply(instead -> {
                        if (!(instead instanceof Outcome.Done<T>)) {
                            // Nothing can be read: the first reason is the one to repair.
                            return outcome;
                        }
                        denied = why;
                        return instead;
                    });
        });
    }

    /** What is denied for a moment only, while a role is changed or a server starts, is not what this is for. */
    private Optional<String> lasting(Outcome<?> outcome) {
        Optional<String> why = denial(outcome);
        if (why.isEmpty()) {
            if (outcome instanceof Outcome.Done<?>) {
                suspected.set(Optional.empty());
            }
            return why;
        }
        Instant now = clock.instant();
        Optional<Instant> before =
                Objects.requireNonNull(suspected.getAndUpdate(known -> known.isPresent() ? known : Optional.of(now)));
        return before.filter(since -> !now.isBefore(since.plus(LASTING))).flatMap(since -> why);
    }

    /** Why F&O does not show the confirmations to this user; empty if that is not what it says. */
    private static Optional<String> denial(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotNow<?>(Problem why, Optional<Duration> ignored)
                        && (why.is(ProblemCode.SET_NOT_READABLE)
                                || (why.is(ProblemCode.CREDENTIALS_REFUSED)
                                        && List.of("401", "403")
                                                .contains(why.details().getOrDefault("status", ""))))
                ? Optional.of(why.message())
                : Optional.empty();
    }
}
