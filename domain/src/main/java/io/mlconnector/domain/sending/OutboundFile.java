package io.mlconnector.domain.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.trade.ContentHash;
import java.util.Objects;
import java.util.Optional;

/**
 * An outgoing file, frozen: every attempt to send it uses this name and these bytes.
 *
 * @param folder into which it goes
 * @param name unique for ever; [A-Za-z0-9._-], at most 100 characters
 * @param content names the stored bytes
 * @param size of the bytes
 * @param transactionSetId {@code 850} or {@code 860}; also for the neutral format
 * @param numbers control numbers; empty for the neutral format
 */
public record OutboundFile(
        FolderReference folder,
        String name,
        ContentHash content,
        long size,
        String transactionSetId,
        Optional<ControlNumbers> numbers) {

    public OutboundFile {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(transactionSetId, "transactionSetId");
        Objects.requireNonNull(numbers, "numbers");
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("Not a name for an outgoing file: " + name);
        }
    }
}
