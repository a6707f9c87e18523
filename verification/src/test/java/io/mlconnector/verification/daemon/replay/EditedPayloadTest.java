package io.mlconnector.verification.daemon.replay;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents are done again with other bytes. */
class EditedPayloadTest extends WorkedThroughDemo {

    private HttpResponse<byte[]> put(DocumentRecord document, String query, String body) {
        return http.send("PUT", DOCUMENTS + "/" + document.id() + "/payload" + query, DemoConfiguration.TOKEN, body);
    }

    @Test
    void an_edited_payload_posts_the_corrected_invoice_once_and_the_original_is_kept() {
        DocumentRecord document = held("item-unknown");
        Payload original = payload(world.files().stream()
                .filter(file -> document.file().orElseThrow().equals(file.id()))
                .findFirst()
                .orElseThrow()
                .content());
        String edited = withoutTheUnknownLine(text(original.bytes()));
        int invoices = world.twin().record().invoices().size();

        JsonObject forecast = json(put(document, "?forecast=true", edited));
        assertThat(forecast.getString("verdict")).as(forecast.encode()).isEqualTo("posts");
        assertThat(one(document.id().text())).isEqualTo(document);

        JsonObject done = json(put(document, "?reason=line%20taken%20out", edited));
        assertThat(done.getString("outcome")).as(done.encode()).isEqualTo("replayed");
        assertThat(done.getString("difference"))
                .contains("-IT1*99*1*EA*25**VN*XX-999")
                .contains("+TDS*");
        world.settle(Duration.ofSeconds(30));

        assertThat(one(document.id().text()).condition()).isEqualTo(Condition.DONE);
        assertThat(world.twin().record().invoices()).hasSize(invoices + 1);
        assertThat(payload(original.hash()).bytes()).isEqualTo(original.bytes());
        assertThat(world.history(document)).anySatisfy(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo("resubmitted");
            assertThat(recorded.entry().actor()).isEqualTo("administrator");
            assertThat(recorded.entry().message()).contains("line taken out");
            assertThat(recorded.entry().details())
                    .containsEntry("original", original.hash().hex())
                    .containsKeys("edited", "difference");
        });
        HttpResponse<byte[]> again = put(document, "?reason=once%20more", edited);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).getString("detail")).contains("F&O has something of this invoice");
    }

    /** Takes out line 99 and sets the totals right. */
    private static String withoutTheUnknownLine(String file) {
        List<String> segments = new ArrayList<>(List.of(file.split("(?<=~)")));
        segments.removeIf(segment -> segment.strip().startsWith("PID") && segment.contains("Item nobody ordered"));
        segments.removeIf(segment -> segment.strip().startsWith("IT1*99*") || segment.isBlank());
        for (int i = 0; i < segments.size(); i++) {
            String[] parts = segments.get(i).replaceAll("[~\\s]", "").split("\\*");
            String end = segments.get(i).substring(segments.get(i).indexOf('~'));
            switch (parts[0]) {
                case "TDS" -> segments.set(i, "TDS*" + (Long.parseLong(parts[1]) - 2500) + end);
                case "CTT" ->
                    segments.set(
                            i,
                            "CTT*" + (Integer.parseInt(parts[1]) - 1) + "*"
                                    + new java.math.BigDecimal(parts[2])
                                            .subtract(java.math.BigDecimal.ONE)
                                            .toPlainString()
                                    + end);
                case "SE" -> segments.set(i, "SE*" + (Integer.parseInt(parts[1]) - 2) + "*" + parts[2] + end);
                default -> {
                    // Stays.
                }
            }
        }
        return String.join("", segments);
    }

    @Test
    void bytes_that_break_the_standard_are_refused_with_their_positions() {
        DocumentRecord document = held("item-unknown");
        String original = text(payload(world.files().stream()
                        .filter(file -> document.file().orElseThrow().equals(file.id()))
                        .findFirst()
                        .orElseThrow()
                        .content())
                .bytes());

        HttpResponse<byte[]> broken = put(document, "?reason=x", original.replaceFirst("BIG\\*\\d+\\*", "BIG*x*"));
        assertThat(broken.statusCode()).as(Http.text(broken)).isEqualTo(422);
        assertThat(json(broken).getJsonArray("problems").getJsonObject(0).getString("place"))
                .contains("BIG01", "segment");
        assertThat(put(document, "?reason=x", "Dear all, please find attached").statusCode())
                .isEqualTo(422);
        assertThat(put(document, "?reason=x", original + original).statusCode()).isEqualTo(422);
        assertThat(one(document.id().text())).isEqualTo(document);
    }

    private long failedOrders() {
        return world.documents().stream()
                .filter(document ->
                        document.state() instanceof Failed stopped && stopped.resume() instanceof SendingState)
                .count();
    }

    @Test
    void an_order_that_was_refused_is_edited_and_sent_under_its_name_and_numbers() {
        world.twin().faults().next(System.CLEO, "POST", "/api/folders", REFUSED);
        world.twin().confirm(1);
        Awaiting.until("an upload is refused", Duration.ofSeconds(20), () -> failedOrders() > 0);
        DocumentRecord failed = world.documents().stream()
                .filter(document ->
                        document.state() instanceof Failed stopped && stopped.resume() instanceof SendingState)
                .findFirst()
                .orElseThrow();
        SendingState.Ready ready = (SendingState.Ready) ((Failed) failed.state()).resume();
        String original = text(payload(ready.file().content()).bytes());
        String edited = original.replaceFirst("(PID\\*F\\*\\*\\*\\*)[^~*]*", "$1SOMETHING ELSE");
        assertThat(edited).isNotEqualTo(original);

        assertThat(put(failed, "?reason=x", edited.replaceFirst("GE\\*1\\*\\d+", "GE*1*99"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> otherOrder =
                put(failed, "?reason=x", edited.replace(failed.keys().orderNumber(), "OTHER-1"));
        assertThat(otherOrder.statusCode()).isEqualTo(422);
        assertThat(json(otherOrder).getString("detail")).contains("Keep the order number");

        JsonObject done = json(put(failed, "?reason=description", edited));
        assertThat(done.getString("outcome")).as(done.encode()).isEqualTo("replayed");
        assertThat(done.getString("difference")).contains("SOMETHING ELSE");
        world.settle(Duration.ofSeconds(30));

        assertThat(one(failed.id().text()).state())
                .isInstanceOfSatisfying(
                        SendingState.Delivered.class,
                        delivered -> assertThat(delivered.file().name())
                                .isEqualTo(ready.file().name()));
        assertThat(world.twin().record().uploads().stream()
                        .filter(upload -> upload.name().equals(ready.file().name())))
                .hasSize(1);
    }
}
