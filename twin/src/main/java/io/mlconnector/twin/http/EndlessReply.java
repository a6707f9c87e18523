package io.mlconnector.twin.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Responses that end only when the caller closes the connection. */
final class EndlessReply {

    private static final int PART = 64 * 1024;

    private EndlessReply() {}

    /** As fast as the caller reads; compressed if it takes that. */
    static void pour(Vertx vertx, HttpServerRequest request) {
        HttpServerResponse response = begun(request);
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip");
            Deflated deflated = new Deflated();
            pour(vertx, response, deflated::next);
        } else {
            Buffer part = Buffer.buffer(new byte[PART]);
            pour(vertx, response, () -> part);
        }
    }

    /** A byte at a time. */
    static void drip(Vertx vertx, HttpServerRequest request, Duration every) {
        HttpServerResponse response = begun(request);
        vertx.setPeriodic(Math.max(1, every.toMillis()), timer -> {
            if (response.closed()) {
                vertx.cancelTimer(timer);
            } else {
                response.write(" ");
            }
        });
    }

    private static HttpServerResponse begun(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.exceptionHandler(broken -> {});
        return response.setChunked(true).putHeader("Content-Type", "application/json");
    }

    /** A part at a time, because the event loop is the caller's too. */
    private static void pour(Vertx vertx, HttpServerResponse response, java.util.function.Supplier<Buffer> parts) {
        if (response.closed()) {
            return;
        }
        if (!response.writeQueueFull()) {
            response.write(parts.get());
        }
        vertx.setTimer(1, fired -> pour(vertx, response, parts));
    }

    /** One stream that is never finished, of zeros, which shrink to a thousandth. */
    private static final class Deflated {

        private static final byte[] ZEROS = new byte[PART * 16];

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream stream;

        Deflated() {
            try {
                stream = new GZIPOutputStream(bytes, PART, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Buffer next() {
            try {
                stream.write(ZEROS);
                stream.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Buffer next = Buffer.buffer(bytes.toByteArray());
            bytes.reset();
            return next;
        }
    }
}
