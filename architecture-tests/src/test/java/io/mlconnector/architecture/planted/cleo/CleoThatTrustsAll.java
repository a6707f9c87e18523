package io.mlconnector.architecture.planted.cleo;

import io.vertx.ext.web.client.WebClientOptions;

/** Planted: a client that believes everybody. */
public final class CleoThatTrustsAll {

    private CleoThatTrustsAll() {}

    public static WebClientOptions options() {
        return new WebClientOptions().setTrustAll(true).setVerifyHost(false);
    }
}
