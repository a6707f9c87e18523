package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceCheck;
import io.mlconnector.domain.crossreference.CrossReferenceCheck.Known;
import io.mlconnector.domain.crossreference.CrossReferenceCheck.Unfounded;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.erp.MasterData;
import io.mlconnector.ports.erp.Vendors;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Asks F&O whether translations name what it has, each environment for the companies that are moved over it. */
public final class ReferenceCheck {

    private final Loop loop;
    private final List<Side> sides;
    private final List<String> closed;

    /**
     * One F&O.
     *
     * @param companies that are moved over it
     * @param partners who is behind it
     */
    public record Side(Set<LegalEntity> companies, List<TradingPartner> partners, MasterData data, Vendors vendors) {
        public Side {
            companies = Set.copyOf(companies);
            partners = List.copyOf(partners);
        }
    }

    /** F&O could not say; the message says why. */
    public static final class NotTold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTold(Problem why) {
            this(why.message());
        }

        private NotTold(String why) {
            super("F&O could not be asked whether it has what is named: " + why, null, false, false);
        }
    }

    /**
     * Over these, with answers on this loop.
     *
     * @param closed connections that are configured and could not be opened: what only their F&O has would count as missing, so
     *     nothing is said then
     */
    public ReferenceCheck(Loop loop, List<Side> sides, List<String> closed) {
        this.loop = loop;
        this.sides = List.copyOf(sides);
        this.closed = List.copyOf(closed);
    }

    /** Those that name what F&O does not have. Fails with {@link NotTold} if F&O cannot say. */
    public Future<List<Unfounded>> of(List<CrossReference> references) {
        if (!closed.isEmpty()) {
            return Future.failedFuture(
                    new NotTold("these connections could not be opened: " + String.join(", ", closed) + "."));
        }
        CrossReferenceCheck check = new CrossReferenceCheck(references, vendors());
        Map<LegalEntity, Set<VendorAccount>> vendors = new HashMap<>();
        Map<LegalEntity, Set<ItemNumber>> items = new HashMap<>();
        Set<UnitSymbol> units = new HashSet<>();
        List<Supplier<Future<Void>>> questions = new ArrayList<>();
        for (Side side : sides) {
            check.vendorsToAsk().forEach((company, asked) -> {
                if (side.companies().contains(company)) {
                    asked.forEach(vendor -> questions.add(() -> told(side.vendors()
                                    .find(company, vendor))
                            .map(found -> {
                                found.ifPresent(one -> vendors.computeIfAbsent(company, ignored -> new HashSet<>())
                                        .add(one.account()));
                                return null;
                            })));
                }
            });
            check.itemsToAsk().forEach((company, asked) -> {
                if (side.companies().contains(company)) {
                    questions.add(() -> told(side.data().released(company, asked))
                            .map(found -> {
                                items.computeIfAbsent(company, ignored -> new HashSet<>())
                                        .addAll(found);
                                return null;
                            }));
                }
            });
            if (check.namesUnits()) {
                questions.add(() -> told(side.data().units()).map(found -> {
                    units.addAll(found);
                    return null;
                }));
            }
        }
        Future<Void> all = Future.succeededFuture();
        for (Supplier<Future<Void>> question : questions) {
            all = all.compose(ignored -> question.get());
        }
        return all.map(ignored -> check.judge(new Known(vendors, items, units)));
    }

    private <T> Future<T> told(CompletionStage<Outcome<T>> asked) {
        return loop.await(asked).compose(outcome -> switch (outcome) {
            case Outcome.Done<T>(T value) -> Future.succeededFuture(value);
            case Outcome.Refused<T>(Problem why) -> Future.failedFuture(new NotTold(why));
            case Outcome.NotNow<T>(Problem why, Optional<Duration> ignored) -> Future.failedFuture(new NotTold(why));
            case Outcome.Unknown<T>(Problem why) -> Future.failedFuture(new NotTold(why));
        });
    }

    private Map<PartnerId, Map<LegalEntity, VendorAccount>> vendors() {
        Map<PartnerId, Map<LegalEntity, VendorAccount>> all = new HashMap<>();
        sides.forEach(side -> side.partners()
                .forEach(partner -> all.computeIfAbsent(partner.id(), ignored -> new HashMap<>())
                        .putAll(partner.vendors())));
        return all;
    }
}
