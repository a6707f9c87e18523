package io.mlconnector.twin.cleo.provider;

import io.vertx.core.buffer.Buffer;

/**
 * A document as it was posted to the API Provider.
 *
 * @param endpoint the last part of the address
 * @param key its {@code Idempotency-Key}
 * @param content its bytes
 */
public record PostedDocument(String endpoint, String key, Buffer content) {}
