package io.mlconnector.examples.mailbox;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.testing.contract.MailboxContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory keeps every promise of a mailbox: all tests of the contract run against it. */
class DirectoryMailboxTest extends MailboxContract {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Path root = Path.of("");
    private DirectoryMailbox mailbox = new DirectoryMailbox(root, threads);

    @BeforeEach
    void opens(@TempDir Path directory) {
        root = directory;
        mailbox = new DirectoryMailbox(directory, threads);
    }

    @AfterEach
    void closes() {
        threads.close();
    }

    @Override
    protected Mailbox mailbox() {
        return mailbox;
    }

    @Override
    protected FolderReference.ById folder(String path) {
        try {
            return mailbox.folder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void put(String path, String name, byte[] bytes) {
        folder(path);
        try {
            Files.write(root.resolve(path.substring(1)).resolve(DiskName.of(name)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void timePasses() {
        // The size shows that a file grew.
    }

    @Test
    void no_name_leads_out_of_the_directory() throws IOException {
        Path outside = Files.writeString(root.resolve("secret"), "secret");
        var inner = new DirectoryMailbox(Files.createDirectory(root.resolve("inner")), threads);
        inner.folder("/up");
        done(inner.upload(new FolderReference.ByPath("/up"), "../../secret", new byte[0]));
        var forged = new FolderEntry("../secret", "secret", OptionalLong.empty(), "", "", "");
        assertThat(done(inner.fetch(forged))).isEmpty();
        assertThat(outside).hasContent("secret");
        assertThat(done(inner.list(new FolderReference.ByPath("/up"))))
                .extracting(FolderEntry::name)
                .containsExactly("../../secret");
    }

    @Test
    void a_file_that_is_still_arriving_is_not_listed() throws IOException {
        folder("/up");
        Files.createTempFile(root.resolve("up"), ".arriving-", "");
        assertThat(done(mailbox.list(new FolderReference.ByPath("/up")))).isEmpty();
    }
}
