package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.ListingMembers;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The adapter with a simulated Cleo over real HTTP; the clock only moves when it is set. */
final class CleoBench implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Twin twin;
    final Cleo cleo;
    private final Dialect dialect;
    private final List<Cleo> connected = new ArrayList<>();

    CleoBench(CleoBehaviour behaviour, Dialect dialect) {
        this.dialect = dialect;
        this.twin = await(Twin.start(
                        VERTX, TwinOptions.empty(1).withClock(clock.asClock()).withCleo(behaviour))
                .toCompletionStage());
        this.cleo = connect(behaviour.password());
    }

    CleoBench(CleoBehaviour behaviour) {
        this(behaviour, Dialect.USUAL);
    }

    CleoBench() {
        this(usual());
    }

    /** The baseline, without a rate limit and without consuming uploads. */
    static CleoBehaviour usual() {
        return TwinOptions.empty(1).cleo();
    }

    /** The usual dialect with other authentication, upload mode and page size. */
    static Dialect dialect(Dialect.Authentication authentication, Dialect.UploadMode mode, int pageSize) {
        Dialect usual = Dialect.USUAL;
        return new Dialect(
                authentication,
                usual.tokenPath(),
                usual.root(),
                usual.children(),
                usual.upload(),
                usual.content(),
                usual.remove(),
                usual.uploadMethod(),
                mode,
                "form-data",
                pageSize,
                Dialect.RateKey.TEMPLATE,
                usual.members(),
                usual.totpParameter(),
                usual.consumeOnRead());
    }

    /** The usual dialect with other names of members. */
    static Dialect dialect(ListingMembers members) {
        Dialect usual = Dialect.USUAL;
        return new Dialect(
                usual.authentication(),
                usual.tokenPath(),
                usual.root(),
                usual.children(),
                usual.upload(),
                usual.content(),
                usual.remove(),
                usual.uploadMethod(),
                usual.uploadMode(),
                usual.disposition(),
                usual.pageSize(),
                usual.rateKey(),
                members,
                usual.totpParameter(),
                usual.consumeOnRead());
    }

    Cleo connect(String password) {
        return connect(URI.create(twin.cleoBaseUrl()), password);
    }

    Cleo connect(URI baseUrl, String password) {
        return connect(
                CleoOptions.withUsualLimits(baseUrl, twin.options().cleo().username(), password, dialect));
    }

    /** What is usual for this tenant. */
    CleoOptions options() {
        return CleoOptions.withUsualLimits(
                URI.create(twin.cleoBaseUrl()),
                twin.options().cleo().username(),
                twin.options().cleo().password(),
                dialect);
    }

    /** By another way. */
    Cleo connect(CleoOptions options, URI address) {
        return connect(new CleoOptions(
                address,
                options.username(),
                options.password(),
                options.totpKey(),
                options.dialect(),
                options.network(),
                options.requestTimeout(),
                options.uploadTimeout(),
                options.mostBytes(),
                options.mostEntries()));
    }

    Cleo connect(CleoOptions options) {
        Cleo another = new Cleo(VERTX, options, Gate.open(), clock, new Random(1));
        connected.add(another);
        return another;
    }

    Mailbox mailbox() {
        return cleo.mailbox();
    }

    FolderReference.ById folder(String path) {
        return new FolderReference.ById(twin.cleo().folder(path));
    }

    void fails(String method, String path, Fault fault) {
        twin.faults().next(FaultPlan.System.CLEO, method, path, fault);
    }

    /** Number of requests for a method and path template. */
    int calls(String method, String template) {
        return twin.record().calls().getOrDefault("CLEO " + method + " " + template, 0);
    }

    int signIns() {
        return calls("POST", "/api/authentication");
    }

    Map<String, Integer> calls() {
        return twin.record().calls();
    }

    @Override
    public void close() {
        connected.forEach(Cleo::close);
        await(twin.stop().toCompletionStage());
    }
}
