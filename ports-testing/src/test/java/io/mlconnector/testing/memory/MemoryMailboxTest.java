package io.mlconnector.testing.memory;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.contract.MailboxContract;
import io.mlconnector.testing.contract.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryMailboxTest extends MailboxContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final MemoryMailbox mailbox = new MemoryMailbox(clock);

    @Override
    protected Mailbox mailbox() {
        return mailbox;
    }

    @Override
    protected FolderReference.ById folder(String path) {
        return mailbox.folder(path);
    }

    @Override
    protected void put(String path, String name, byte[] bytes) {
        mailbox.put(path, name, bytes);
    }

    @Override
    protected void timePasses() {
        clock.advance(Duration.ofSeconds(10));
    }

    @Test
    void an_upload_ends_as_planned() {
        FolderReference folder = mailbox.folder("/upload");
        byte[] bytes = {1};
        mailbox.nextEnding(Ending.NOT_NOW);
        mailbox.nextEnding(Ending.REFUSED);
        mailbox.nextEnding(Ending.UNKNOWN_NOT_DONE);
        mailbox.nextEnding(Ending.UNKNOWN_DONE);
        assertThat(await(mailbox.upload(folder, "a", bytes))).isInstanceOf(Outcome.NotNow.class);
        assertThat(await(mailbox.upload(folder, "b", bytes))).isInstanceOf(Outcome.Refused.class);
        assertThat(await(mailbox.upload(folder, "c", bytes))).isInstanceOf(Outcome.Unknown.class);
        assertThat(mailbox.received()).isEmpty();
        assertThat(await(mailbox.upload(folder, "d", bytes))).isInstanceOf(Outcome.Unknown.class);
        done(mailbox.upload(folder, "e", bytes));
        assertThat(mailbox.received()).extracting(MemoryMailbox.Upload::name).containsExactly("d", "e");
        assertThat(done(mailbox.list(folder))).hasSize(2);
    }

    @Test
    void what_the_gateway_takes_out_stays_received() {
        FolderReference folder = mailbox.folder("/upload");
        done(mailbox.upload(folder, "a", new byte[] {1}));
        assertThat(mailbox.take("/upload", "a")).isPresent();
        assertThat(mailbox.take("/upload", "a")).isEmpty();
        assertThat(done(mailbox.list(folder))).isEmpty();
        assertThat(mailbox.received()).hasSize(1);
    }
}
