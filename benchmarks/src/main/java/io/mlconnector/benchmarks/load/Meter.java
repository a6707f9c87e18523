package io.mlconnector.benchmarks.load;

import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the daemon sends and receives, at the event loops. */
public final class Meter implements VertxMetrics {

    private final AtomicLong sql = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    /** Nothing is counted yet. */
    public Meter() {}

    /** Options of the event loops that are counted. */
    public VertxOptions options() {
        return new VertxOptions()
                .setMetricsOptions(new MetricsOptions().setEnabled(true))
                .setEventLoopPoolSize(2);
    }

    long sql() {
        return sql.get();
    }

    long sent() {
        return sent.get();
    }

    /** Bytes that HTTP clients received. */
    public long received() {
        return received.get();
    }

    @Override
    public ClientMetrics<?, ?, ?> createClientMetrics(SocketAddress remote, String type, String namespace) {
        return new ClientMetrics<Object, Object, Object>() {
            @Override
            public Object requestBegin(String uri, Object request) {
                if ("sql".equals(type)) {
                    sql.incrementAndGet();
                }
                return uri;
            }
        };
    }

    @Override
    public HttpClientMetrics<?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
        return new HttpClientMetrics<Object, Object, Object>() {
            @Override
            public void bytesRead(Object socket, SocketAddress remote, long bytes) {
                received.addAndGet(bytes);
            }

            @Override
            public void bytesWritten(Object socket, SocketAddress remote, long bytes) {
                sent.addAndGet(bytes);
            }
        };
    }
}
