package io.mlconnector.verification.daemon.replay;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.postgres.support.Awaiting;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Documents are done again as they are. */
class ReplayTest extends WorkedThroughDemo {

    /** The oldest: what is written again within the second in which it was listed looks as it did. */
    private void sendAnInvoiceAgain() {
        world.twin()
                .sendAgain(world.documents().stream()
                        .filter(document -> document.state() instanceof InvoiceState.Posted)
                        .reduce((newer, older) -> older)
                        .orElseThrow()
                        .keys()
                        .fileName());
        Awaiting.until(
                "it is recognised",
                Duration.ofSeconds(60),
                () -> world.documents().stream().anyMatch(document -> document.condition() == Condition.DUPLICATE));
        world.settle(Duration.ofSeconds(60));
    }

    private int entries() {
        return world.documents().stream()
                .mapToInt(document -> world.history(document).size())
                .sum();
    }

    @Test
    void a_forecast_does_nothing_and_equals_what_then_happens_to_every_document() {
        sendAnInvoiceAgain();
        int invoices = world.twin().record().invoices().size();
        int uploads = world.twin().record().uploads().size();
        int entries = entries();
        Map<String, Condition> before = world.documents().stream()
                .collect(Collectors.toMap(document -> document.id().text(), DocumentRecord::condition));

        Map<String, String> verdicts =
                byId(bulk(new JsonObject().put("all", true).put("forecast", true)), "verdict");

        assertThat(verdicts.keySet()).isEqualTo(new java.util.TreeSet<>(before.keySet()));
        assertThat(verdicts.values()).contains("nothing", "holds", "posts");
        assertThat(entries()).isEqualTo(entries);
        assertThat(world.twin().record().invoices()).hasSize(invoices);
        assertThat(world.twin().record().uploads()).hasSize(uploads);

        Map<String, String> outcomes =
                byId(bulk(new JsonObject().put("all", true).put("reason", "to be sure")), "outcome");
        world.settle(Duration.ofSeconds(60));

        verdicts.forEach((id, verdict) -> {
            DocumentRecord after = one(id);
            String what = id + " " + verdict + " " + before.get(id) + " " + after.state();
            switch (verdict) {
                case "posts", "sends", "adds-lines" ->
                    assertThat(after.condition()).as(what).isEqualTo(Condition.DONE);
                case "holds" -> assertThat(after.condition()).as(what).isEqualTo(Condition.HELD);
                case "nothing" ->
                    assertThat(after.condition())
                            .as(what)
                            .isIn(Condition.DONE, Condition.DUPLICATE, Condition.DISCARDED);
                case "refused" -> assertThat(after.condition()).as(what).isEqualTo(before.get(id));
                default -> throw new AssertionError("Not expected in this world: " + what);
            }
            assertThat("refused".equals(outcomes.get(id))).as(what).isEqualTo("refused".equals(verdict));
            assertThat(HistoryChain.firstBroken(after.id(), world.history(after)))
                    .isEmpty();
            if (!verdict.equals("refused")) {
                assertThat(world.history(after))
                        .anySatisfy(recorded -> assertThat(recorded.entry().message())
                                .isEqualTo("administrator replayed it (to be sure)"));
            }
        });
        assertThat(world.twin().record().invoices()).hasSize(invoices + count(verdicts, "posts"));
        assertThat(world.twin().record().uploads()).hasSize(uploads + count(verdicts, "sends"));
    }

    private static int count(Map<String, String> verdicts, String word) {
        return (int) verdicts.values().stream().filter(word::equals).count();
    }

    @Test
    void what_arrived_says_so_and_the_attempt_is_in_the_history() {
        DocumentRecord delivered = world.documents().stream()
                .filter(document -> document.state() instanceof SendingState.Delivered)
                .findFirst()
                .orElseThrow();
        String path = DOCUMENTS + "/" + delivered.id() + "/replay";
        String name = ((SendingState.Delivered) delivered.state()).file().name();

        JsonObject forecast = json(http.post(path, "{\"forecast\": true, \"from\": \"announced\"}"));
        assertThat(forecast.getString("verdict")).isEqualTo("nothing");
        assertThat(forecast.getString("message")).startsWith("nothing: delivered as " + name + " on 20");

        JsonObject replayed = json(http.post(path, "{\"from\": \"announced\", \"reason\": \"asked by phone\"}"));
        assertThat(replayed.getString("outcome")).isEqualTo("nothing");
        assertThat(replayed.getString("message")).isEqualTo(forecast.getString("message"));
        assertThat(world.history(delivered))
                .extracting(recorded -> recorded.entry().message())
                .endsWith(
                        "administrator replayed it from announced (asked by phone)",
                        replayed.getString("message").replaceFirst("^n", "N"));
    }

    @Test
    void wishes_that_make_no_sense_are_refused_in_words() {
        String path = DOCUMENTS + "/" + held("item-unknown").id() + "/replay";

        assertThat(http.post(path, "{\"from\": \"lunch\"}").statusCode()).isEqualTo(400);
        assertThat(http.post(path, "{\"form\": \"received\"}").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> impossible = http.post(path, "{\"from\": \"encoded\"}");
        assertThat(impossible.statusCode()).isEqualTo(409);
        assertThat(json(impossible).getString("detail")).contains("received", "checked");
        assertThat(http.post(DOCUMENTS + ":replay", "{}").statusCode()).isEqualTo(400);
        assertThat(http.post(DOCUMENTS + ":replay", "{\"filter\": {\"causekey\": \"x\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(DOCUMENTS + "/nothing/replay", "").statusCode()).isEqualTo(404);
    }
}
