package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.ping.Finding;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A daemon that runs with the same configuration on this machine. It is asked over its own interface, so that a command does not
 * take its share of what a remote system allows.
 */
final class RunningDaemon {

    private static final long MOST_BYTES = 4L << 20;
    private static final long FOR_A_SIGN_OF_LIFE_MILLIS = 2_000;
    private static final long FOR_A_PING_MILLIS = 150_000;

    private final HttpClient http;
    private final String host;
    private final String name;
    private final int port;
    private final String token;

    private RunningDaemon(HttpClient http, String host, String name, int port, String token) {
        this.http = http;
        this.host = host;
        this.name = name;
        this.port = port;
        this.token = token;
    }

    /**
     * The daemon, if one that works in this data directory answers.
     *
     * @param dataDirectory of the configuration
     */
    static Future<Optional<RunningDaemon>> find(Vertx vertx, Path dataDirectory) {
        return vertx.executeBlocking(() -> LocalAccess.read(dataDirectory))
                .compose(left ->
                        left.isEmpty() ? Future.succeededFuture(Optional.empty()) : answering(vertx, left.get()));
    }

    private static Future<Optional<RunningDaemon>> answering(Vertx vertx, LocalAccess access) {
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout(1_000);
        // This certificate and no other; it is asked for by the name that it bears, wherever it listens.
        access.certificate()
                .ifPresent(pem ->
                        options.setSsl(true).setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(pem))));
        HttpClient http = vertx.createHttpClient(options, new PoolOptions());
        RunningDaemon daemon =
                new RunningDaemon(http, access.host(), access.nameToVerify(), access.port(), access.token());
        return daemon.ask(HttpMethod.GET, "/health/live", FOR_A_SIGN_OF_LIFE_MILLIS)
                .map(answer ->
                        answer.getValue("status") == null ? Optional.<RunningDaemon>empty() : Optional.of(daemon))
                .otherwise(Optional.empty());
    }

    /** What the daemon finds when it asks both sides of a connection; fails if it does not know the connection or the token. */
    Future<List<Finding>> ping(String connection) {
        return ask(HttpMethod.POST, "/api/v1/connections/" + connection + "/ping", FOR_A_PING_MILLIS)
                .map(answer -> {
                    List<Finding> findings = new ArrayList<>();
                    for (Object finding : answer.getJsonArray("findings", new JsonArray())) {
                        if (finding instanceof JsonObject json) {
                            findings.add(Finding.of(json));
                        }
                    }
                    return findings;
                });
    }

    private Future<JsonObject> ask(HttpMethod method, String path, long millis) {
        return http.request(new RequestOptions()
                        .setMethod(method)
                        .setServer(SocketAddress.inetSocketAddress(port, host))
                        .setHost(name)
                        .setPort(port)
                        .setURI(path)
                        .setTimeout(millis)
                        .putHeader("Authorization", "Bearer " + token))
                .compose(request -> request.send().compose(RunningDaemon::body));
    }

    private static Future<JsonObject> body(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + (long) part.length() > MOST_BYTES) {
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        return response.end().compose(ended -> {
            try {
                return response.statusCode() / 100 == 2
                        ? Future.succeededFuture(new JsonObject(body))
                        : Future.failedFuture("it answered with status " + response.statusCode());
            } catch (DecodeException e) {
                return Future.failedFuture(e);
            }
        });
    }
}
