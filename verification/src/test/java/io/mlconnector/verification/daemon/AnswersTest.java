package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.intervention.Advising;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord.ReceivedFile;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners answer to us stands with what it answers; what partners send to us is answered. */
class AnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private int files;

    @Test
    void everything_that_comes_is_answered_and_answers_stand_with_the_orders() {
        try (World world = new World(
                "answers",
                folder,
                TwinOptions.demo(42),
                yaml -> yaml.replace(
                        "afterReceive: leave}",
                        "afterReceive: leave, acknowledge: \"997\", acknowledgements: {interchange: always}}"))) {
            world.start();
            world.twin().play();
            world.settle(Duration.ofSeconds(90));
            interchangesAreAnswered(world);
            DocumentRecord order = delivered(world, 0);
            anOrderIsRejected(world, order);
            DocumentRecord other = delivered(world, 1);
            anOrderIsPromised(world, other);
            anInterchangeIsRejected(world, delivered(world, 2));
            anAdviceIsKept(world, delivered(world, 3));
            nobodyKnowsTheOrder(world, order);
            aTestSaysNothing(world, delivered(world, 4));
            aPersonAdvisesThePartner(world);
            for (DocumentRecord document : world.documents()) {
                assertThat(HistoryChain.firstBroken(document.id(), world.history(document)))
                        .isEmpty();
            }
        }
    }

    private static DocumentRecord delivered(World world, int place) {
        return world.documents().stream()
                .filter(document -> document.type().equals("850") && document.condition() == Condition.DONE)
                .sorted((one, another) -> one.id().compareTo(another.id()))
                .toList()
                .get(place);
    }

    private static void interchangesAreAnswered(World world) {
        List<DocumentRecord> answers = world.documents().stream()
                .filter(document -> document.direction() == Direction.OUTBOUND
                        && (document.type().equals("997") || document.type().equals("TA1")))
                .toList();
        assertThat(answers).isNotEmpty().allMatch(answer -> answer.condition() == Condition.DONE);
        List<ReceivedFile> received = world.twin().record().uploads().stream()
                .filter(file -> file.name().startsWith("997") || file.name().startsWith("TA1"))
                .toList();
        assertThat(received)
                .hasSameSizeAs(answers)
                .allMatch(file -> file.problems().isEmpty());
        assertThat(received)
                .flatExtracting(ReceivedFile::sets)
                .isNotEmpty()
                .allMatch(set -> set.setId().equals("997"));
        assertThat(received)
                .extracting(file -> file.folder() + " " + file.isa13())
                .doesNotHaveDuplicates();
    }

    private void anOrderIsRejected(World world, DocumentRecord order) {
        String number = order.keys().orderNumber();
        receive(world, order, "PR", "855", "BAK*00*RJ*" + number + "*20260310*****20260311");
        DocumentRecord after = told(world, order, "rejected");
        assertThat(after.acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
        String group = Long.toString(Long.parseLong(order.keys().groupNumber()));
        receive(world, order, "FA", "997", "AK1*PO*" + group, "AK9*A*1*1*1");
        assertThat(told(world, order, "997 in interchange").acknowledgement())
                .as("a 997 takes no rejection back")
                .isEqualTo(Acknowledgement.REJECTED);
    }

    private void anOrderIsPromised(World world, DocumentRecord order) {
        String number = order.keys().orderNumber();
        receive(
                world,
                order,
                "PR",
                "855",
                "BAK*00*AC*" + number + "*20260310****SO-9001*20260311",
                "PO1*1*10*EA*9.95**VN*ABC",
                "ACK*IB*2*EA*068*20260401",
                "CTT*1");
        DocumentRecord after = told(world, order, "2 EA back-ordered, to be shipped 2026-04-01");
        assertThat(after.acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED_WITH_ERRORS);
        assertThat(world.documents())
                .filteredOn(document -> document.type().equals("855")
                        && document.keys().orderNumber().equals(number))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.condition()).isEqualTo(Condition.DONE);
                    assertThat(answer.reason()).isEmpty();
                });
        receive(
                world,
                order,
                "SH",
                "856",
                "BSN*00*SHIP-1*20260320*1400",
                "HL*1**S",
                "HL*2*1*O",
                "PRF*" + number,
                "HL*3*2*I",
                "LIN*1*VN*ABC",
                "SN1*1*8*EA",
                "CTT*3");
        assertThat(told(world, order, "announced shipment SHIP-1").acknowledgement())
                .isEqualTo(Acknowledgement.ACCEPTED_WITH_ERRORS);
    }

    private void anInterchangeIsRejected(World world, DocumentRecord order) {
        Partner partner = partner(world, order);
        String isa = isa(partner);
        put(
                world,
                partner,
                isa + "TA1*" + order.keys().controlNumber() + "*260310*0915*R*006~IEA*0*" + control() + "~");
        assertThat(told(world, order, "TA1 for interchange").acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
        itsAnswerIsSettled(world, order);
    }

    private static void itsAnswerIsSettled(World world, DocumentRecord order) {
        Http http = new Http(world.port());
        String settle = "/api/v1/documents/" + order.id().text() + "/settle";
        assertThat(Http.text(http.post(settle, "{\"as\": \"acepted\"}"))).contains("did you mean accepted?");
        assertThat(http.post(settle, "{}").statusCode()).isEqualTo(400);
        assertThat(http.post(settle, "{\"as\": \"accepted\", \"reason\": \"by telephone\"}")
                        .statusCode())
                .isEqualTo(200);
        DocumentRecord after = told(world, order, "the partner accepted it in another way (by telephone)");
        assertThat(after.acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
        assertThat(after.condition()).isEqualTo(Condition.DONE);
        assertThat(Http.text(http.post(settle, "{\"as\": \"none\"}"))).contains("Its acknowledgement is accepted");
    }

    private void anAdviceIsKept(World world, DocumentRecord order) {
        receive(
                world,
                order,
                "AG",
                "824",
                "BGN*11*ADV-1*20260323",
                "OTI*TE*PO*" + order.keys().orderNumber(),
                "TED*848*PRICE LOOKS WRONG");
        assertThat(told(world, order, "848 PRICE LOOKS WRONG").acknowledgement())
                .isEqualTo(Acknowledgement.ACCEPTED_WITH_ERRORS);
    }

    private void nobodyKnowsTheOrder(World world, DocumentRecord order) {
        receive(world, order, "PR", "855", "BAK*00*AD*PO-NOBODY*20260310");
        Awaiting.until(
                "the answer to nothing is kept",
                PATIENCE,
                () -> world.documents().stream()
                        .filter(document -> document.keys().orderNumber().equals("PO-NOBODY"))
                        .anyMatch(document -> document.reason()
                                .filter(why -> why.code().equals("answer-unmatched"))
                                .isPresent()));
    }

    private void aTestSaysNothing(World world, DocumentRecord order) {
        Acknowledgement before = order.acknowledgement();
        Partner partner = partner(world, order);
        String isa = isa(partner).replace("*0*P*>~", "*0*T*>~");
        put(
                world,
                partner,
                isa + "GS*PR*" + partner.them().group() + "*" + partner.us().group() + "*20260311*0915*" + files
                        + "*X*004010~ST*855*0001~BAK*00*RJ*" + order.keys().orderNumber()
                        + "*20260310~SE*3*0001~GE*1*" + files + "~IEA*1*" + control() + "~");
        assertThat(world.documents())
                .filteredOn(document -> document.type().equals("855")
                        && document.reason()
                                .filter(why -> why.code().equals("usage-differs"))
                                .isPresent())
                .hasSize(1);
        assertThat(world.documents())
                .filteredOn(document -> document.id().equals(order.id()))
                .singleElement()
                .satisfies(document -> assertThat(document.acknowledgement()).isEqualTo(before));
    }

    private static void aPersonAdvisesThePartner(World world) {
        DocumentRecord invoice = world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.HELD)
                .filter(document -> document.keys().invoiceNumber().startsWith("INI-"))
                .findFirst()
                .orElseThrow();
        Advising.Words words = new Advising.Words("TR", "UNP", "The price is not the one of the order");
        Advising advising = new Advising(world.resources().engine());
        assertThat(Awaiting.await(advising.advise(invoice.id(), words, "jane")))
                .isInstanceOf(Advising.Result.Announced.class);
        assertThat(Awaiting.await(advising.advise(invoice.id(), words, "jane")))
                .isEqualTo(new Advising.Result.SaidBefore());
        Awaiting.until(
                "the 824 is there",
                PATIENCE,
                () -> world.twin().record().uploads().stream()
                        .anyMatch(file -> file.name().startsWith("824_")
                                && file.problems().isEmpty()
                                && file.sets().getFirst().setId().equals("824")));
        assertThat(world.history(invoice).getLast().entry().message())
                .contains("UNP The price is not the one of the order");
    }

    /** The document, once its history tells this. */
    private static DocumentRecord told(World world, DocumentRecord order, String words) {
        Awaiting.until(
                "the history of " + order.id() + " tells: " + words,
                PATIENCE,
                () -> world.history(order).stream()
                        .anyMatch(recorded -> recorded.entry().message().contains(words)));
        return world.documents().stream()
                .filter(document -> document.id().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    private void receive(World world, DocumentRecord order, String group, String set, String... segments) {
        Partner partner = partner(world, order);
        String isa = isa(partner);
        put(
                world,
                partner,
                isa + "GS*" + group + "*" + partner.them().group() + "*"
                        + partner.us().group() + "*20260311*0915*" + files + "*X*004010~ST*" + set + "*0001~"
                        + String.join("~", segments) + "~SE*" + (segments.length + 2) + "*0001~GE*1*" + files
                        + "~IEA*1*" + control() + "~");
    }

    private static Partner partner(World world, DocumentRecord order) {
        return world.twin().scenario().partners().stream()
                .filter(partner -> partner.id().equals(order.partner()))
                .findFirst()
                .orElseThrow();
    }

    private String isa(Partner partner) {
        files++;
        return String.format(
                Locale.ROOT,
                "ISA*00*          *00*          *%s*%-15s*%s*%-15s*260311*0915*U*00401*%s*0*P*>~",
                partner.them().qualifier(),
                partner.them().id(),
                partner.us().qualifier(),
                partner.us().id(),
                control());
    }

    private String control() {
        return String.format(Locale.ROOT, "%09d", 900_000 + files);
    }

    private void put(World world, Partner partner, String text) {
        String name = "answer-" + files + ".edi";
        world.twin().put(partner.downloadFolder(), name, Buffer.buffer(text));
        Awaiting.until(
                name + " is taken",
                PATIENCE,
                () -> world.files().stream().map(FileRecord::name).anyMatch(name::equals));
    }
}
