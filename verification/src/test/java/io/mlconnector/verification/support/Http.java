package io.mlconnector.verification.support;

import io.mlconnector.verification.demo.DemoConfiguration;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the daemon's interface as a program would. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;

    /** At this port of this machine. */
    public Http(int port) {
        this.port = port;
    }

    /** Sends a request with an operator's token or another bearer; none if it is empty. */
    public HttpResponse<byte[]> send(String method, String path, String bearer, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + method + " " + path, e);
        }
    }

    /** Reads as the demo's operator. */
    public HttpResponse<byte[]> get(String path) {
        return send("GET", path, DemoConfiguration.TOKEN, "");
    }

    /** Posts as the demo's operator. */
    public HttpResponse<byte[]> post(String path, String body) {
        return send("POST", path, DemoConfiguration.TOKEN, body);
    }

    /** The body as text. */
    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public static JsonObject json(HttpResponse<byte[]> answer) {
        return new JsonObject(text(answer));
    }
}
