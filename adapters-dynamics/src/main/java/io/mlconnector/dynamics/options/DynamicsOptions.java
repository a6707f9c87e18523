package io.mlconnector.dynamics.options;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Connection settings of one F&O environment.
 *
 * @param environmentUrl scheme, host and port of the environment; a trailing slash is dropped
 * @param tokenUrl URL of the token endpoint, usually the Entra v2.0 endpoint of the tenant
 * @param clientId the application that is registered in Entra and, with a user, in F&O
 * @param credential its secret or certificate; never logged
 * @param requestTimeout total timeout of one request; the first after a restart of F&O is slow
 * @param connections maximum number of concurrent connections
 * @param mostBytes maximum size of one response in bytes, after it was inflated; the rest is cut off
 * @param batchReads whether reads that are wanted at the same time leave together in one {@code $batch}; where F&O does not take
 *     that they leave one by one anyway
 * @param orderSource where confirmed orders are read
 * @param orderNotes which notes of them
 * @param attachmentTypes under which document types something is attached to vendor invoices
 */
public record DynamicsOptions(
        URI environmentUrl,
        URI tokenUrl,
        String clientId,
        ClientCredential credential,
        Duration requestTimeout,
        int connections,
        long mostBytes,
        boolean batchReads,
        OrderSource orderSource,
        OrderNotes orderNotes,
        AttachmentTypes attachmentTypes) {

    /** 16 MiB: a page of 10,000 order lines may have more, and is read in pieces then. */
    public static final int USUAL_MOST_BYTES = 16 * 1024 * 1024;

    /** Two minutes. */
    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

    public DynamicsOptions {
        Objects.requireNonNull(tokenUrl, "tokenUrl");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
        Objects.requireNonNull(orderSource, "orderSource");
        Objects.requireNonNull(orderNotes, "orderNotes");
        Objects.requireNonNull(attachmentTypes, "attachmentTypes");
        environmentUrl = URI.create(environmentUrl.toString().replaceAll("/+$", ""));
    }

    /** With the usual types of attachments. */
    public DynamicsOptions(
            URI environmentUrl,
            URI tokenUrl,
            String clientId,
            ClientCredential credential,
            Duration requestTimeout,
            int connections,
            long mostBytes,
            boolean batchReads,
            OrderSource orderSource,
            OrderNotes orderNotes) {
        this(
                environmentUrl,
                tokenUrl,
                clientId,
                credential,
                requestTimeout,
                connections,
                mostBytes,
                batchReads,
                orderSource,
                orderNotes,
                AttachmentTypes.USUAL);
    }

    /** The v2.0 token endpoint of a tenant (reference dynamics, section 1.1). */
    public static URI tokenUrlOf(String tenantId) {
        return URI.create("https://login.microsoftonline.com/" + tenantId + "/oauth2/v2.0/token");
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "DynamicsOptions[" + environmentUrl + ", clientId=" + clientId + "]";
    }
}
