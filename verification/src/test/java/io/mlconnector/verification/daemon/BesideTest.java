package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every order goes out as X12, and those of one partner as neutral JSON beside it, into another folder. */
class BesideTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String JSON = "/upload/acme-json";

    @TempDir
    private Path folder;

    private World world() {
        return new World("beside", folder, TwinOptions.demo(5), yaml -> {
            String with = yaml.replace(
                    "folder: /upload/acme,", "folder: /upload/acme, beside: {format: json, folder: " + JSON + "},");
            assertThat(with).as("acme has the orders of the demo").isNotEqualTo(yaml);
            return with;
        });
    }

    private static List<DocumentRecord> outbound(World world, boolean beside) {
        return world.documents().stream()
                .filter(document ->
                        document.type().startsWith("8") && document.partner().equals("acme"))
                .filter(document -> !document.keys().orderNumber().isEmpty()
                        && document.keys().invoiceNumber().isEmpty())
                .filter(document -> document.type().endsWith("-json") == beside)
                .toList();
    }

    private static Set<String> confirmations(List<DocumentRecord> documents) {
        return documents.stream()
                .filter(document -> document.condition() == Condition.DONE)
                .map(document -> document.keys().confirmationNumber())
                .collect(Collectors.toSet());
    }

    private static List<Upload> uploads(World world, boolean json) {
        return world.twin().cleo().received().stream()
                .filter(file -> file.name().endsWith(".json") == json)
                .toList();
    }

    @Test
    void each_order_is_delivered_in_both_forms_as_two_documents() {
        try (World world = world()) {
            world.twin().cleo().folder(JSON);
            world.start();
            world.twin().play();
            world.settle(MOST);
            assertThat(confirmations(outbound(world, true))).isEqualTo(confirmations(outbound(world, false)));
            rejected(world, outbound(world, false).getFirst());
            List<DocumentRecord> x12 = outbound(world, false);
            List<DocumentRecord> beside = outbound(world, true);
            assertThat(confirmations(x12)).isNotEmpty();
            assertThat(x12).anyMatch(document -> document.acknowledgement().given());
            assertThat(beside)
                    .allMatch(document -> document.keys().controlNumber().isEmpty())
                    .as("what the partner answers is about X12")
                    .allMatch(document -> !document.acknowledgement().given())
                    .allMatch(document -> x12.stream().noneMatch(one -> one.id().equals(document.id())));
            List<Upload> files = uploads(world, true);
            assertThat(files).hasSameSizeAs(confirmations(beside));
            assertThat(files.stream()
                            .map(file -> new JsonObject(file.content()).getString("documentId"))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(beside.stream()
                            .filter(document -> document.condition() == Condition.DONE)
                            .map(document -> document.id().text())
                            .toList());
        }
    }

    /** The vendor answers with an 855. */
    private static void rejected(World world, DocumentRecord order) {
        Partner acme = world.twin().scenario().partner("acme").orElseThrow();
        world.twin()
                .put(
                        acme.downloadFolder(),
                        "answer.edi",
                        Buffer.buffer(String.format(
                                        Locale.ROOT,
                                        "ISA*00*          *00*          *%s*%-15s*%s*%-15s*260311*0915*U*00401*000900001*0*P*>~",
                                        acme.them().qualifier(),
                                        acme.them().id(),
                                        acme.us().qualifier(),
                                        acme.us().id())
                                + "GS*PR*" + acme.them().group() + "*"
                                + acme.us().group()
                                + "*20260311*0915*1*X*004010~ST*855*0001~BAK*00*RJ*"
                                + order.keys().orderNumber()
                                + "*20260310*****20260311~SE*3*0001~GE*1*1~IEA*1*000900001~"));
        Awaiting.until(
                "the answer is written down",
                MOST,
                () -> world.documents().stream()
                        .anyMatch(document -> document.acknowledgement().given()));
    }

    @Test
    void a_folder_for_json_that_is_not_there_holds_up_no_x12() {
        try (World world = world()) {
            world.start();
            world.twin().confirm(3);
            Awaiting.until(
                    "every X12 is delivered, and its JSON held",
                    MOST,
                    () -> confirmations(outbound(world, false)).size() > 0
                            && outbound(world, false).stream()
                                    .allMatch(document -> document.condition() == Condition.DONE)
                            && outbound(world, true).size()
                                    == outbound(world, false).size()
                            && outbound(world, true).stream()
                                    .allMatch(document -> document.condition() == Condition.HELD));
            assertThat(uploads(world, true)).isEmpty();
            assertThat(uploads(world, false)).isNotEmpty();
        }
    }
}
