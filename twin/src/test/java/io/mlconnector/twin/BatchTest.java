package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.Multipart;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchTest extends TwinTest {

    private Twin filled() {
        Twin twin = start(TwinOptions.empty(1)
                .withDynamics(
                        DynamicsBehaviour.defaults().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED)));
        fill(twin.dynamics(), "P1");
        return twin;
    }

    private static String operation(String id, String url, String json) {
        return """
                Content-Type: application/http
                Content-Transfer-Encoding: binary
                Content-ID: %s

                POST %s HTTP/1.1
                Content-Type: application/json;odata.metadata=minimal

                %s
                """.formatted(id, url, json);
    }

    private static String header(String reference) {
        return """
                {"dataAreaId":"usmf","HeaderReference":"%s","InvoiceAccount":"1001","InvoiceNumber":"I-%s"}""".formatted(reference, reference);
    }

    private static String line(String reference, int orderLine) {
        return """
                {"dataAreaId":"usmf","HeaderReference":"%s","PurchaseOrder":"P1","PurchLineNumber":%d,"ReceiveNow":1}""".formatted(reference, orderLine);
    }

    private static String changeSet(String name, String... operations) {
        StringBuilder text = new StringBuilder("Content-Type: multipart/mixed; boundary=" + name + "\n\n");
        for (String operation : operations) {
            text.append("--").append(name).append('\n').append(operation);
        }
        return text.append("--").append(name).append("--\n").toString();
    }

    private HttpResponse<Buffer> send(Twin twin, boolean crlf, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append("--batch_1\n").append(part);
        }
        text.append("--batch_1--\n");
        String body = crlf ? text.toString().replace("\n", "\r\n") : text.toString();
        return await(data(twin, HttpMethod.POST, "$batch")
                .putHeader("Content-Type", "multipart/mixed; boundary=batch_1")
                .sendBuffer(Buffer.buffer(body)));
    }

    private static List<Multipart.Part> parts(@Nullable String contentType, Buffer body) {
        String boundary = Multipart.boundary(contentType == null ? "" : contentType);
        assertThat(boundary).isNotNull();
        return Multipart.parts(body, boundary == null ? "" : boundary);
    }

    @Test
    void aChangeSetCreatesHeaderAndLinesTogether() {
        Twin twin = filled();
        HttpResponse<Buffer> answer = send(
                twin,
                true,
                changeSet(
                        "changeset_1",
                        operation(
                                "1",
                                twin.environmentUrl() + "/data/VendorInvoiceHeaders?cross-company=true",
                                header("R1")),
                        operation("2", "/data/VendorInvoiceLines", line("R1", 1)),
                        operation("3", "VendorInvoiceLines?cross-company=true", line("R1", 2))));
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Multipart.Part> outer = parts(answer.getHeader("Content-Type"), answer.body());
        assertThat(outer).hasSize(1);
        List<Multipart.Part> inner =
                parts(outer.getFirst().header("Content-Type"), outer.getFirst().body());
        assertThat(inner).hasSize(3);
        assertThat(inner).allSatisfy(part -> assertThat(part.body().toString()).startsWith("HTTP/1.1 201 Created"));
        assertThat(inner.get(1).header("Content-ID")).isEqualTo("2");
        assertThat(inner.get(1).body().toString()).contains("Location: ", "ETag: W/", "\"HeaderReference\":\"R1\"");
        assertThat(twin.dynamics().invoices().getFirst().lines()).hasSize(2);
    }

    @Test
    void aFailedChangeSetLeavesNothingAndAnswersOnceUnderTheFirstId() {
        Twin twin = filled();
        HttpResponse<Buffer> answer = send(
                twin,
                false,
                changeSet(
                        "changeset_1",
                        operation("1", "/data/VendorInvoiceHeaders", header("R1")),
                        operation("2", "/data/VendorInvoiceLines", line("R1", 9))),
                changeSet("changeset_2", operation("3", "/data/VendorInvoiceHeaders", header("R2"))));
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Multipart.Part> outer = parts(answer.getHeader("Content-Type"), answer.body());
        assertThat(outer).hasSize(2);
        assertThat(outer.getFirst().header("Content-ID")).isEqualTo("1");
        assertThat(outer.getFirst().body().toString())
                .startsWith("HTTP/1.1 400 Bad Request")
                .contains("VendorInvoiceLineEntity");
        assertThat(outer.get(1).body().toString()).contains("201 Created");
        assertThat(twin.dynamics().invoices()).hasSize(1);
        assertThat(twin.dynamics().invoices().getFirst().headerReference()).isEqualTo("R2");
    }

    @Test
    void operationsOutsideOfChangeSetsStandAlone() {
        Twin twin = filled();
        String get = """
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                GET VendorsV2(dataAreaId='usmf',VendorAccountNumber='1001') HTTP/1.1
                Accept: application/json

                """;
        HttpResponse<Buffer> answer = send(
                twin,
                true,
                get,
                operation("7", "VendorInvoiceLines", line("none", 1)),
                operation("8", "VendorInvoiceHeaders", header("R3")));
        List<Multipart.Part> outer = parts(answer.getHeader("Content-Type"), answer.body());
        assertThat(outer.get(0).body().toString()).startsWith("HTTP/1.1 200 OK").contains("Acme Foods");
        assertThat(outer.get(1).body().toString()).startsWith("HTTP/1.1 400");
        assertThat(outer.get(2).body().toString()).startsWith("HTTP/1.1 201");
    }

    @Test
    void aSinglePartCanBeThrottledInsideOfATwoHundred() {
        Twin twin = filled();
        twin.faults().next(FaultPlan.System.DYNAMICS, "POST", "/data/$batch", new Fault.ThrottlePart(1, 7));
        HttpResponse<Buffer> answer = send(
                twin,
                true,
                changeSet("changeset_1", operation("1", "VendorInvoiceHeaders", header("R1"))),
                changeSet("changeset_2", operation("2", "VendorInvoiceHeaders", header("R2"))));
        List<Multipart.Part> outer = parts(answer.getHeader("Content-Type"), answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(outer.get(1).body().toString())
                .startsWith("HTTP/1.1 429 Too Many Requests")
                .contains("Retry-After: 7");
        assertThat(twin.dynamics().invoices()).hasSize(1);
    }
}
