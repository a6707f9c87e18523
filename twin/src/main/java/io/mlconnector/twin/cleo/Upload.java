package io.mlconnector.twin.cleo;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * A file as it was uploaded.
 *
 * @param folder path of the folder
 * @param name name as sent
 * @param content its bytes
 * @param at when
 */
public record Upload(String folder, String name, Buffer content, Instant at) {}
