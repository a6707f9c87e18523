package io.mlconnector.ports.erp;

import java.util.List;
import java.util.Optional;

/**
 * Reads Business Events as F&O posts them (reference dynamics, section 5.2). An event is a hint only: what was confirmed is
 * read from F&O. Synchronous, and total: any bytes yield an answer.
 */
@FunctionalInterface
public interface BusinessEvents {

    /**
     * The events of a body: F&O posts one at a time, what stands between may put several into one body, or one into an envelope of
     * its own.
     *
     * @param body as received; anything at all
     * @return in the order of the body, each once; empty for anything that is no event
     */
    List<BusinessEvent> read(byte[] body);

    /**
     * What has to be answered so that events are sent at all: Azure Event Grid asks once whether we want them.
     *
     * @param body as received; anything at all
     * @return the JSON to answer with; empty if it is no such question
     */
    default Optional<String> handshake(byte[] body) {
        return Optional.empty();
    }
}
