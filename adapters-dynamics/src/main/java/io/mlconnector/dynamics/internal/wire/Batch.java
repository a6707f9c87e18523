package io.mlconnector.dynamics.internal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * A {@code $batch} request (reference dynamics, section 3): one change set, which F&O executes as one transaction, or reads that do not
 * depend on each other. Addresses are relative to the service, whose name a proxy may change on the way.
 *
 * @param boundary a text that occurs in no row
 * @param body the text of the request
 * @param entitySets what it is about, each once
 */
public record Batch(String boundary, String body, List<String> entitySets) {

    private static final String SERVICE = "/data/";

    public Batch {
        Objects.requireNonNull(boundary, "boundary");
        Objects.requireNonNull(body, "body");
        entitySets = List.copyOf(entitySets);
    }

    /**
     * One row to create.
     *
     * @param entitySet entity set in which to create it
     * @param row its content
     */
    public record Creation(String entitySet, ObjectNode row) {
        public Creation {
            Objects.requireNonNull(entitySet, "entitySet");
            Objects.requireNonNull(row, "row");
        }
    }

    /** The header of the request. */
    public String contentType() {
        return "multipart/mixed; boundary=batch_" + boundary;
    }

    /**
     * A change set.
     *
     * @param creations at least one
     */
    public static Batch creating(String boundary, List<Creation> creations) {
        return new Batch(
                boundary,
                changeSet(boundary, creations.stream().map(Batch::creation).toList()),
                creations.stream().map(Creation::entitySet).distinct().toList());
    }

    private static String creation(Creation creation) {
        StringBuilder text = new StringBuilder();
        line(text, "POST " + creation.entitySet() + "?cross-company=true HTTP/1.1");
        line(text, "Content-Type: application/json;odata.metadata=minimal");
        line(text, "Accept: application/json;odata.metadata=minimal");
        line(text, "OData-Version: 4.0");
        line(text, "");
        line(text, creation.row().toString());
        return text.toString();
    }

    private static String changeSet(String boundary, List<String> requests) {
        StringBuilder text = new StringBuilder();
        line(text, "--batch_" + boundary);
        line(text, "Content-Type: multipart/mixed; boundary=changeset_" + boundary);
        line(text, "");
        int number = 0;
        for (String request : requests) {
            number++;
            line(text, "--changeset_" + boundary);
            begin(text, number);
            text.append(request);
        }
        line(text, "--changeset_" + boundary + "--");
        line(text, "--batch_" + boundary + "--");
        return text.toString();
    }

    /**
     * A change set that deletes, in this order.
     *
     * @param rows address of each below the service, with its whole key; at least one
     */
    public static Batch deleting(String boundary, List<String> rows) {
        return new Batch(
                boundary,
                changeSet(boundary, rows.stream().map(Batch::deletion).toList()),
                rows.stream()
                        .map(row -> row.substring(0, row.indexOf('(')))
                        .distinct()
                        .toList());
    }

    private static String deletion(String row) {
        StringBuilder text = new StringBuilder();
        line(text, "DELETE " + row + "?cross-company=true HTTP/1.1");
        line(text, "Accept: application/json;odata.metadata=minimal");
        line(text, "OData-Version: 4.0");
        line(text, "");
        line(text, "");
        return text.toString();
    }

    /**
     * Reads.
     *
     * @param uris path and query of each; at least one
     */
    static Batch reading(String boundary, List<String> uris) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String uri : uris) {
            number++;
            line(text, "--batch_" + boundary);
            begin(text, number);
            line(text, "GET " + (uri.startsWith(SERVICE) ? uri.substring(SERVICE.length()) : uri) + " HTTP/1.1");
            line(text, "Accept: application/json;odata.metadata=minimal");
            line(text, "OData-Version: 4.0");
            line(text, "OData-MaxVersion: 4.0");
            line(text, "");
            // The end of a request without a body: an empty line that belongs to it, and the one before the boundary.
            line(text, "");
        }
        line(text, "--batch_" + boundary + "--");
        return new Batch(
                boundary,
                text.toString(),
                uris.stream().map(Batch::entitySet).distinct().toList());
    }

    private static String entitySet(String uri) {
        String path = uri.split("\\?", -1)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void begin(StringBuilder text, int number) {
        line(text, "Content-Type: application/http");
        line(text, "Content-Transfer-Encoding: binary");
        line(text, "Content-ID: " + number);
        line(text, "");
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
