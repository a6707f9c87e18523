package io.mlconnector.verification.verify.testbed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the health check of a daemon, as a supervisor does. Blocks. */
public final class HealthWatch {

    /** A supervisor waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;

    HealthWatch(int port) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    /** Whether it tells of trouble; no answer is trouble. */
    public boolean red() {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() != 200;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }
}
