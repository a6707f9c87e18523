package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.twin.relay.Relay;
import io.mlconnector.twin.relay.RelayFault;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;

/** The simulated Cleo behind a line with faults, and an adapter that waits for a second at most. */
final class RelayedCleo implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final Dialect BASIC = CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.RAW, 100);

    private final Vertx vertx = Vertx.vertx();
    final CleoBench bench = new CleoBench(CleoBench.usual().withBasicAllowed(true), BASIC);
    final Relay relay =
            await(Relay.start(vertx, "127.0.0.1", bench.twin.cleoPort()).toCompletionStage());

    /** An adapter without a connection, whose first one has the fault. */
    Mailbox fresh(RelayFault fault) {
        relay.next(fault);
        return fresh();
    }

    /** An adapter without a connection. */
    Mailbox fresh() {
        return fresh(LONGEST);
    }

    Mailbox fresh(Duration longest) {
        return bench.connect(
                        bench.options().withLimits(longest, longest, 1 << 20, 1_000),
                        URI.create("http://127.0.0.1:" + relay.port() + "/api"))
                .mailbox();
    }

    @Override
    public void close() {
        bench.close();
        await(relay.stop().toCompletionStage());
        vertx.close().await();
    }
}
