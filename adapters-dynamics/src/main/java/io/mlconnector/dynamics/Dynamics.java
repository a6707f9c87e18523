package io.mlconnector.dynamics;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.examination.Examination;
import io.mlconnector.dynamics.examination.Extent;
import io.mlconnector.dynamics.examination.FieldAccess;
import io.mlconnector.dynamics.examination.FieldExamination;
import io.mlconnector.dynamics.examination.SetAccess;
import io.mlconnector.dynamics.examination.UsedSet;
import io.mlconnector.dynamics.internal.cache.RememberedProducts;
import io.mlconnector.dynamics.internal.mapping.CompanyNames;
import io.mlconnector.dynamics.internal.mapping.ConfirmedOrders;
import io.mlconnector.dynamics.internal.mapping.ItemReferences;
import io.mlconnector.dynamics.internal.mapping.OrderCharges;
import io.mlconnector.dynamics.internal.mapping.PendingInvoices;
import io.mlconnector.dynamics.internal.mapping.VendorAccounts;
import io.mlconnector.dynamics.internal.masterdata.MasterDataRows;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.internal.present.NotesOfOrders;
import io.mlconnector.dynamics.internal.present.OrderSources;
import io.mlconnector.dynamics.internal.present.PresentOrders;
import io.mlconnector.dynamics.internal.token.EntraTokens;
import io.mlconnector.dynamics.internal.units.RememberedConversions;
import io.mlconnector.dynamics.internal.units.UnitConversionRows;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.SigningCertificate;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenCache;
import io.mlconnector.ports.access.TokenLife;
import io.mlconnector.ports.erp.MasterData;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.erp.Vendors;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One F&O environment: the entry point of this module. Holds one token and one connection pool. */
public final class Dynamics implements AutoCloseable {

    private final DynamicsOptions options;
    private final TokenCache tokens;
    private final ODataClient client;
    private final EntraTokens entra;
    private final PurchaseOrders purchaseOrders;
    private final Products products;

    /**
     * Connects lazily: nothing is sent before the first call.
     *
     * @param gate through which every request leaves
     * @param clock used to decide when the token must be renewed
     */
    public Dynamics(Vertx vertx, DynamicsOptions options, Gate gate, InstantSource clock) {
        this.options = options;
        this.entra = new EntraTokens(vertx, options, gate, clock);
        this.tokens = new TokenCache(clock, ignored -> entra.acquire());
        this.client = new ODataClient(vertx, options, tokens, gate, clock);
        OrderCharges charges = new OrderCharges(client);
        CompanyNames names = new CompanyNames(client);
        NotesOfOrders notes = new NotesOfOrders(client, options.orderNotes());
        this.purchaseOrders = new OrderSources(
                options.orderSource(),
                new ConfirmedOrders(vertx, client, charges, names),
                new PresentOrders(client, charges, notes, names),
                notes,
                clock);
        this.products = new RememberedProducts(
                vertx,
                new ItemReferences(client),
                new RememberedConversions(new UnitConversionRows(client), clock),
                clock);
    }

    /** Confirmed and open orders. */
    public PurchaseOrders purchaseOrders() {
        return purchaseOrders;
    }

    /** External item numbers and barcodes. */
    public Products products() {
        return products;
    }

    /** Vendors. */
    public Vendors vendors() {
        return new VendorAccounts(client);
    }

    /** Whether items and units exist. */
    public MasterData masterData() {
        return new MasterDataRows(client);
    }

    /** Pending vendor invoices. */
    public VendorInvoices vendorInvoices() {
        return new PendingInvoices(client, options.attachmentTypes());
    }

    /** Whether a token can be obtained; fetches one if necessary. */
    public CompletionStage<Outcome<Token>> signIn() {
        return tokens.token();
    }

    /** Whether the mapped user sees a legal entity: reads at most one order of it. */
    public CompletionStage<Outcome<Boolean>> sees(LegalEntity legalEntity) {
        return client.first(Query.of(EntitySet.LEGAL_ENTITIES).where("LegalEntityId", legalEntity.id()))
                .map(outcome -> outcome.map(Optional::isPresent))
                .toCompletionStage();
    }

    /**
     * Whether everything that is used can be read; reads at most one row of each entity set.
     *
     * @param extent what is used
     */
    public CompletionStage<List<SetAccess>> examine(Extent extent) {
        return new Examination(client, options.orderSource(), options.orderNotes())
                .of(extent)
                .toCompletionStage();
    }

    /**
     * Whether the fields that are used are there and can be written, as far as the metadata of F&O tells; a handful of requests.
     *
     * @param extent what is used
     */
    public CompletionStage<List<FieldAccess>> examineFields(Extent extent) {
        List<UsedSet> used = new Examination(client, options.orderSource(), options.orderNotes()).used(extent);
        return new FieldExamination(client, extent).of(used).toCompletionStage();
    }

    /** The legal entities that the mapped user sees. */
    public CompletionStage<Outcome<List<LegalEntity>>> visible() {
        return client.all(Query.of(EntitySet.LEGAL_ENTITIES))
                .map(outcome -> outcome.map(rows -> rows.stream()
                        .map(row -> row.path("LegalEntityId").asText("").strip())
                        .filter(id -> !id.isEmpty() && id.length() <= 4)
                        .map(LegalEntity::new)
                        .toList()))
                .toCompletionStage();
    }

    /** By how much our clock is ahead of F&O's; empty before its first answer. */
    public Optional<Duration> ahead() {
        return client.ahead();
    }

    /** Until when the certificate is good that the application proves itself with; empty if it has a secret. */
    public Optional<Instant> certificateGoodUntil() {
        return options.credential() instanceof ClientCredential.Certificate(SigningCertificate certificate)
                ? Optional.of(certificate.goodUntil())
                : Optional.empty();
    }

    /** The token in use. */
    public Optional<Token> tokenInUse() {
        return tokens.inUse();
    }

    /** How old the token in use is; empty if there is none. */
    public Optional<TokenLife> tokenLife() {
        return tokens.life();
    }

    @Override
    public void close() {
        client.close();
        entra.close();
    }
}
