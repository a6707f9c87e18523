package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * A {@code $batch} request with one change set, which F&O executes as one transaction (reference dynamics, section
 * 3).
 *
 * @param boundary a text that occurs in no row
 * @param creations at least one
 */
public record Batch(String boundary, List<Batch.Creation> creations) {

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

    /** The text of the request. Its addresses are relative to the service, whose name a proxy may change on the way. */
    public String body() {
        StringBuilder text = new StringBuilder();
        line(text, "--batch_" + boundary);
        line(text, "Content-Type: multipart/mixed; boundary=changeset_" + boundary);
        line(text, "");
        int number = 0;
        for (Creation creation : creations) {
            number++;
            line(text, "--changeset_" + boundary);
            line(text, "Content-Type: application/http");
            line(text, "Content-Transfer-Encoding: binary");
            line(text, "Content-ID: " + number);
            line(text, "");
            line(text, "POST " + creation.entitySet() + "?cross-company=true HTTP/1.1");
            line(text, "Content-Type: application/json;odata.metadata=minimal");
            line(text, "Accept: application/json;odata.metadata=minimal");
            line(text, "OData-Version: 4.0");
            line(text, "");
            line(text, creation.row().toString());
        }
        line(text, "--changeset_" + boundary + "--");
        line(text, "--batch_" + boundary + "--");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
