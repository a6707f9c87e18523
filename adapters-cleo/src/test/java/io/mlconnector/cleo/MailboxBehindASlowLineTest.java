package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.contract.MailboxContract;
import io.mlconnector.twin.relay.RelayFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of mailboxes over a line on which everything arrives late, a piece at a time. */
class MailboxBehindASlowLineTest extends MailboxContract {

    private final RelayedCleo relayed = new RelayedCleo();
    private final Mailbox mailbox = relayed.fresh(Duration.ofSeconds(10));

    @BeforeEach
    void slow_down() {
        await(relayed.relay
                .always(new RelayFault.Latency(Duration.ofMillis(2)))
                .compose(done -> relayed.relay.always(new RelayFault.Bandwidth(1_000_000)))
                .toCompletionStage());
    }

    @AfterEach
    void stop() {
        relayed.close();
    }

    @Override
    protected Mailbox mailbox() {
        return mailbox;
    }

    @Override
    protected FolderReference.ById folder(String path) {
        return relayed.bench.folder(path);
    }

    @Override
    protected void put(String path, String name, byte[] bytes) {
        relayed.bench.twin.cleo().put(path, name, bytes);
    }

    @Override
    protected void timePasses() {
        relayed.bench.clock.advance(Duration.ofSeconds(10));
    }
}
