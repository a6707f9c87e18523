package io.mlconnector.runtime.credentials;

import io.mlconnector.runtime.config.Secret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Fetches the value of a secret from wherever the configuration says. */
public final class Secrets {

    private final Vertx vertx;
    private final Credentials credentials;
    private final Map<String, String> environment;

    /** From this store and this environment. */
    public Secrets(Vertx vertx, Credentials credentials, Map<String, String> environment) {
        this.vertx = vertx;
        this.credentials = credentials;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The value.
     *
     * @param what names the place in the configuration, for messages
     * @return fails with a {@link CredentialException} if there is none
     */
    public Future<String> value(Secret secret, String what) {
        return switch (secret) {
            case Secret.Plain(String value) -> Future.succeededFuture(value);
            case Secret.Stored(String name) ->
                credentials
                        .get(name)
                        .compose(value -> value.map(Future::succeededFuture)
                                .orElseGet(() -> missing(what + " wants the credential " + name
                                        + ", which is not stored. Enter it: ml-connector credentials set " + name)));
            case Secret.Environment(String variable) -> {
                String value = environment.getOrDefault(variable, "");
                yield value.isEmpty()
                        ? missing(what + " wants the environment variable " + variable + ", which is not set.")
                        : Future.succeededFuture(value);
            }
            case Secret.File(java.nio.file.Path path) ->
                vertx.executeBlocking(() -> {
                    try {
                        return Files.readString(path).stripTrailing();
                    } catch (IOException e) {
                        throw new CredentialException(what + " wants the file " + path + ", which cannot be read.", e);
                    }
                });
        };
    }

    private static Future<String> missing(String message) {
        return Future.failedFuture(new CredentialException(message, null));
    }
}
