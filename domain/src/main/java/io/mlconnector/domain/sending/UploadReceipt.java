package io.mlconnector.domain.sending;

import java.util.Map;

/**
 * What the gateway answered to a successful upload.
 *
 * @param facts such as the file's id and the status; for the history; may be empty
 */
public record UploadReceipt(Map<String, String> facts) {
    public UploadReceipt {
        facts = Map.copyOf(facts);
    }
}
