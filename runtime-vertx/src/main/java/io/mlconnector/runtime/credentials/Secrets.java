package io.mlconnector.runtime.credentials;

import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.runtime.config.Secret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches the value of a secret from wherever the configuration says. */
public final class Secrets {

    private final Vertx vertx;
    private final @Nullable Credentials credentials;
    private final Map<String, String> environment;

    /** From the environment and from files only: for what is needed before the store is open. */
    public static Secrets withoutStore(Vertx vertx, Map<String, String> environment) {
        return new Secrets(vertx, null, environment);
    }

    /** From this store, if there is one, and this environment. */
    public Secrets(Vertx vertx, @Nullable Credentials credentials, Map<String, String> environment) {
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
            case Secret.Stored(String name)
            when credentials == null ->
                missing(what + " cannot come from the encrypted store; use {env: NAME} or {file: PATH}.");
            case Secret.Stored(String name) ->
                Objects.requireNonNull(credentials)
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
