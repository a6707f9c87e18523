package io.mlconnector.http;

import io.mlconnector.ports.access.AnswerCutException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.HttpRequestImpl;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An HTTP client that reads no answer beyond its limits. What a remote system sends is counted while it is read, inflated or not;
 * beyond the limits the connection is cut, so that an endless answer costs one request and neither memory nor a connection.
 */
public final class BoundedAnswers implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Vertx vertx;
    private final WebClient http;

    /** Sends nothing yet. */
    public BoundedAnswers(Vertx vertx, WebClientOptions options, PoolOptions pool) {
        this.vertx = vertx;
        this.http = WebClient.create(vertx, options, pool);
        // The public interface of the client gives a body no way to cut its own connection; this one does.
        ((WebClientInternal) http).addInterceptor((Handler<HttpContext<?>>) BoundedAnswers::handOver);
    }

    private static void handOver(HttpContext<?> context) {
        if (((HttpRequestImpl<?>) context.request()).bodyCodec() instanceof BoundedBody body) {
            if (context.phase() == ClientPhase.SEND_REQUEST) {
                body.leaves();
            }
            if (context.phase() == ClientPhase.RECEIVE_RESPONSE) {
                body.cutBy(context.clientResponse().request()::reset);
                body.announced(announced(context.clientResponse()));
            }
        }
        context.next();
    }

    /** The length that the answer states of what is handed on; of what is compressed it states another one. */
    private static OptionalLong announced(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean plain = response.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                || "identity".equalsIgnoreCase(response.getHeader(HttpHeaders.CONTENT_ENCODING));
        return plain && length != null && NUMBER.matcher(length.strip()).matches()
                ? OptionalLong.of(Long.parseLong(length.strip()))
                : OptionalLong.empty();
    }

    /** A request whose answer is read within these limits. */
    public HttpRequest<Buffer> request(io.vertx.core.http.HttpMethod method, String url, AnswerLimits limits) {
        return http.requestAbs(method, url).as(new BoundedBody(vertx, limits));
    }

    /**
     * The answer of such a request; one that was cut off fails with the limit that it went beyond. What breaks once a connection
     * was there fails with {@link AnswerCutException}, whatever broke it, because the request may have arrived.
     *
     * @param sent what sending the request yields
     */
    public static Future<HttpResponse<Buffer>> told(HttpRequest<Buffer> request, Future<HttpResponse<Buffer>> sent) {
        return sent.recover(failure -> Future.failedFuture(
                ((HttpRequestImpl<?>) request).bodyCodec() instanceof BoundedBody body
                        ? body.refusal().<Throwable>map(why -> why).orElseGet(() -> body.broken(failure))
                        : failure));
    }

    @Override
    public void close() {
        http.close();
    }
}
