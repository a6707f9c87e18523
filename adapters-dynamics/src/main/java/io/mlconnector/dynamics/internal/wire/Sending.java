package io.mlconnector.dynamics.internal.wire;

import io.mlconnector.ports.access.Breakage;
import io.mlconnector.ports.access.Intent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;

/**
 * One request.
 *
 * @param uri path and query
 * @param what it does, for messages
 * @param write whether it is meant to change anything
 * @param body empty for none
 * @param contentType of the body; empty for none
 * @param intent stored immediately before it is sent
 * @param target what is written to, for the transcript
 * @param transcript of a write; empty for a read
 */
public record Sending(
        HttpMethod method,
        String uri,
        String what,
        boolean write,
        Optional<Buffer> body,
        String contentType,
        Intent<?> intent,
        String target,
        Optional<Transcript> transcript) {

    private static final String BATCH = "/data/$batch";
    private static final String JSON = "application/json;odata.metadata=minimal";

    /** A read of rows, or of metadata. */
    public static Sending read(String uri, String what) {
        return new Sending(
                HttpMethod.GET, uri, what, false, Optional.empty(), "", Intent.stored(true), "", Optional.empty());
    }

    /** Reads in one batch. */
    static Sending reads(Batch batch, String what) {
        return new Sending(
                HttpMethod.POST,
                BATCH,
                what,
                false,
                Optional.of(Buffer.buffer(batch.body())),
                batch.contentType(),
                Intent.stored(true),
                "",
                Optional.empty());
    }

    /** The creation of one row. */
    public static Sending creation(String entitySet, String what, String row, Intent<?> intent, Transcript transcript) {
        return new Sending(
                HttpMethod.POST,
                "/data/" + entitySet + "?cross-company=true",
                what,
                true,
                Optional.of(Buffer.buffer(row)),
                JSON,
                intent,
                entitySet,
                Optional.of(transcript));
    }

    /**
     * The deletion of one row.
     *
     * @param row its address below the service, with its whole key
     */
    public static Sending deletion(String entitySet, String row, String what, Intent<?> intent, Transcript transcript) {
        return new Sending(
                HttpMethod.DELETE,
                "/data/" + row + "?cross-company=true",
                what,
                true,
                Optional.empty(),
                "",
                intent,
                entitySet,
                Optional.of(transcript));
    }

    /** The creation of rows in one change set. */
    public static Sending changeSet(Batch batch, String what, Intent<?> intent, Transcript transcript) {
        return new Sending(
                HttpMethod.POST,
                BATCH,
                what,
                true,
                Optional.of(Buffer.buffer(batch.body())),
                batch.contentType(),
                intent,
                "$batch of " + String.join(", ", batch.entitySets()),
                Optional.of(transcript));
    }

    /** The same once more, whose intent is already stored. */
    Sending again() {
        return new Sending(method, uri, what, write, body, contentType, Intent.again(true, intent), target, transcript);
    }

    boolean batch() {
        return uri.equals(BATCH);
    }

    /** What answers a batch has many parts; a server that prefers JSON for them is understood as well. */
    String accepted() {
        return batch() ? "multipart/mixed" : JSON;
    }

    void leaves() {
        transcript.ifPresent(record -> record.sent(method.name(), target, contentType, body.orElseGet(Buffer::buffer)));
    }

    void answered(HttpResponse<Buffer> response) {
        String type = response.getHeader("Content-Type");
        Buffer answer = response.body();
        transcript.ifPresent(record -> record.answered(
                response.statusCode(), type == null ? "" : type, answer == null ? new byte[0] : answer.getBytes()));
    }

    void broken(Throwable cause) {
        if (Breakage.neverSent(cause)) {
            transcript.ifPresent(Transcript::unsent);
        }
    }
}
