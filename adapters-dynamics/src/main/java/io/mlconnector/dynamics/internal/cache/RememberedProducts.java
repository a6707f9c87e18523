package io.mlconnector.dynamics.internal.cache;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.units.RememberedConversions;
import io.mlconnector.dynamics.internal.wire.Gathering;
import io.mlconnector.ports.erp.Products;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Remembers for some minutes what F&O knows of items, also that it knows nothing, and asks for what several documents want at about
 * the same time only once. An item of which a number or a barcode is missing is asked again after seconds: somebody may be entering it
 * because a document waits for it.
 */
public final class RememberedProducts implements Products {

    /** How long what is known is not asked again. */
    static final Duration KNOWN = Duration.ofMinutes(5);

    /** How long something that is missing is not asked again. */
    static final Duration MISSING = Duration.ofSeconds(10);

    /** Items that are remembered; when there are more, the one that was asked first is forgotten. */
    private static final int MOST = 20_000;

    private static final Duration GATHER = Duration.ofMillis(5);

    private final Gathering gathering;
    private final Products source;
    private final RememberedConversions conversions;
    private final InstantSource clock;
    private Map<Owner, Waiting> waiting = new LinkedHashMap<>();

    private final Map<Known, Remembered> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Remembered> eldest) {
            return size() > MOST;
        }
    };

    /** Nothing is remembered yet. */
    public RememberedProducts(Vertx vertx, Products source, RememberedConversions conversions, InstantSource clock) {
        this.conversions = conversions;
        this.gathering = new Gathering(vertx, GATHER);
        this.source = source;
        this.clock = clock;
    }

    /** Whose numbers. */
    private record Owner(LegalEntity legalEntity, VendorAccount vendor) {}

    private record Known(Owner owner, String item) {}

    private record Remembered(ProductFacts facts, Instant until) {}

    private record Question(Set<ItemNumber> items, CompletableFuture<Outcome<ProductFacts>> answer) {}

    private record Waiting(List<Question> questions) {}

    @Override
    public CompletionStage<Outcome<ProductFacts>> facts(
            LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        Owner owner = new Owner(legalEntity, vendor);
        synchronized (this) {
            if (missing(owner, items).isEmpty()) {
                return CompletableFuture.completedStage(Outcome.done(known(owner, items)));
            }
            Question question = new Question(Set.copyOf(items), new CompletableFuture<>());
            if (waiting.isEmpty()) {
                gathering.then(this::ask);
            }
            waiting.computeIfAbsent(owner, ignored -> new Waiting(new ArrayList<>()))
                    .questions()
                    .add(question);
            return question.answer();
        }
    }

    @Override
    public CompletionStage<Outcome<UnitConversions>> conversions(LegalEntity legalEntity, Set<String> products) {
        return conversions.of(legalEntity, products).toCompletionStage();
    }

    private void ask() {
        Map<Owner, Waiting> now;
        synchronized (this) {
            now = waiting;
            waiting = new LinkedHashMap<>();
        }
        now.forEach((owner, asked) -> {
            Set<ItemNumber> wanted = new TreeSet<>(Comparator.comparing(RememberedProducts::key));
            synchronized (this) {
                asked.questions().forEach(question -> wanted.addAll(missing(owner, question.items())));
            }
            source.facts(owner.legalEntity(), owner.vendor(), wanted)
                    .whenComplete((outcome, failure) -> asked.questions().forEach(question -> {
                        if (failure != null) {
                            question.answer().completeExceptionally(failure);
                        } else {
                            question.answer().complete(answer(owner, wanted, question, outcome));
                        }
                    }));
        });
    }

    private synchronized Outcome<ProductFacts> answer(
            Owner owner, Set<ItemNumber> asked, Question question, Outcome<ProductFacts> outcome) {
        return outcome.map(facts -> {
            remember(owner, asked, facts);
            return known(owner, question.items());
        });
    }

    private void remember(Owner owner, Set<ItemNumber> asked, ProductFacts facts) {
        Map<String, List<ProductFacts.VendorItem>> numbers = new HashMap<>();
        facts.vendorItems()
                .forEach(known -> numbers.computeIfAbsent(key(known.item()), ignored -> new ArrayList<>())
                        .add(known));
        Map<String, List<ProductFacts.Barcode>> barcodes = new HashMap<>();
        facts.barcodes()
                .forEach(known -> barcodes.computeIfAbsent(key(known.item()), ignored -> new ArrayList<>())
                        .add(known));
        Instant now = clock.instant();
        for (ItemNumber item : asked) {
            List<ProductFacts.VendorItem> ofVendor = numbers.getOrDefault(key(item), List.of());
            List<ProductFacts.Barcode> codes = barcodes.getOrDefault(key(item), List.of());
            boolean whole = !ofVendor.isEmpty() && !codes.isEmpty();
            Known known = new Known(owner, key(item));
            remembered.remove(known);
            remembered.put(known, new Remembered(new ProductFacts(ofVendor, codes), now.plus(whole ? KNOWN : MISSING)));
        }
    }

    private Set<ItemNumber> missing(Owner owner, Set<ItemNumber> items) {
        Instant now = clock.instant();
        Set<ItemNumber> missing = new TreeSet<>(Comparator.comparing(RememberedProducts::key));
        for (ItemNumber item : items) {
            Remembered known = remembered.get(new Known(owner, key(item)));
            if (known == null || !now.isBefore(known.until())) {
                missing.add(item);
            }
        }
        return missing;
    }

    private ProductFacts known(Owner owner, Set<ItemNumber> items) {
        List<ProductFacts.VendorItem> numbers = new ArrayList<>();
        List<ProductFacts.Barcode> barcodes = new ArrayList<>();
        for (ItemNumber item : items) {
            Remembered known = remembered.get(new Known(owner, key(item)));
            if (known != null) {
                numbers.addAll(known.facts().vendorItems());
                barcodes.addAll(known.facts().barcodes());
            }
        }
        return new ProductFacts(numbers, barcodes);
    }

    private static String key(ItemNumber item) {
        return item.number().toLowerCase(Locale.ROOT);
    }
}
