package io.mlconnector.ports.edi;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.words.DocumentId;
import java.util.Optional;

/** Writes an order as a neutral file, which a Cleo Studio project maps (docs/neutral-order.md). Synchronous, without I/O. */
@FunctionalInterface
public interface NeutralOrderFormat {

    /**
     * The file.
     *
     * @param message what to tell
     * @param partner to whom
     * @param document under which the receiver recognises the same document when it comes again; empty in previews
     * @return the bytes; the caller owns the array
     */
    byte[] write(OrderMessage message, TradingPartner partner, Optional<DocumentId> document);
}
