package io.mlconnector.cleo.internal.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.multipart.MultipartForm;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request to Cleo.
 *
 * @param method its verb
 * @param url absolute
 * @param rateKey requests with the same key share a rate limit
 * @param headers in addition to those that every request has
 * @param body bytes; empty if there are none
 * @param form multipart form; empty unless the dialect wants one
 * @param timeout total timeout
 */
public record Request(
        HttpMethod method,
        String url,
        String rateKey,
        Map<String, String> headers,
        Optional<Buffer> body,
        Optional<MultipartForm> form,
        Duration timeout) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /** A read. */
    public static Request get(String url, String rateKey, Duration timeout) {
        return new Request(HttpMethod.GET, url, rateKey, Map.of(), Optional.empty(), Optional.empty(), timeout);
    }
}
