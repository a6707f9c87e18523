package io.mlconnector.cleo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.contract.MailboxContract;
import io.mlconnector.testing.contract.Stages;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of mailboxes with every variant of a tenant. */
@ParameterizedClass
@EnumSource(CleoVariant.class)
class MailboxOfEveryVariantTest extends MailboxContract {

    private final CleoVariant variant;
    private final CleoBench bench;

    MailboxOfEveryVariantTest(CleoVariant variant) {
        this.variant = variant;
        this.bench = new CleoBench(variant.behaviour, variant.dialect);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected Mailbox mailbox() {
        return bench.mailbox();
    }

    @Override
    protected FolderReference.ById folder(String path) {
        return bench.folder(path);
    }

    @Override
    protected void put(String path, String name, byte[] bytes) {
        bench.twin.cleo().put(path, name, bytes);
    }

    @Override
    protected void timePasses() {
        bench.clock.advance(Duration.ofSeconds(10));
    }

    @Override
    protected boolean tellsSizes() {
        return variant.tellsSizes();
    }

    @Override
    protected boolean mayRemove() {
        return variant.behaviour.deleteAllowed();
    }

    @Test
    void an_upload_arrives_once() {
        folder("/upload/acme");
        byte[] bytes = {'I', 'S', 'A'};
        Stages.done(mailbox().upload(new FolderReference.ByPath("/upload/acme"), "850_acme_PO-1.edi", bytes));
        assertThat(bench.twin.cleo().received()).singleElement().satisfies(upload -> {
            assertThat(upload.folder()).isEqualTo("/upload/acme");
            assertThat(upload.name()).isEqualTo("850_acme_PO-1.edi");
            assertThat(upload.content().getBytes()).isEqualTo(bytes);
        });
    }
}
