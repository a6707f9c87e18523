package io.mlconnector.dynamics.internal.wire;

import io.mlconnector.ports.erp.WireExchange;
import io.mlconnector.ports.erp.WireExchange.Body;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes down what goes over the wire in one write: bodies only, so that no token is in it. Of a write sent twice, the second time. */
public final class Transcript {

    private volatile Optional<WireExchange> exchange = Optional.empty();

    /** Nothing was said yet. */
    public Transcript() {}

    void sent(String method, String target, String mediaType, Buffer body) {
        exchange = Optional.of(
                new WireExchange(method, target, OptionalInt.empty(), Body.of(mediaType, body.getBytes()), Body.NONE));
    }

    void answered(int status, String mediaType, byte[] body) {
        exchange = exchange.map(said -> new WireExchange(
                said.method(), said.target(), OptionalInt.of(status), said.request(), Body.of(mediaType, body)));
    }

    /** The request never left. */
    void unsent() {
        exchange = Optional.empty();
    }

    /** What was said; empty if nothing left. */
    public Optional<WireExchange> exchange() {
        return exchange;
    }
}
