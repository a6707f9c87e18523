package io.mlconnector.ports.edi;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.OrderMessage;

/** Writes an order as a neutral file, which a Cleo Studio project maps (docs/neutral-order.md). Synchronous, without I/O. */
@FunctionalInterface
public interface NeutralOrderFormat {

    /**
     * The file.
     *
     * @param message what to tell
     * @param partner to whom
     * @return the bytes; the caller owns the array
     */
    byte[] write(OrderMessage message, TradingPartner partner);
}
