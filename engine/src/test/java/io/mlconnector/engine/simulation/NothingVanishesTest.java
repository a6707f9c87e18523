package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever of an accepted file is not processed stands among the held documents, taken whole or in parts alike. */
class NothingVanishesTest {

    private static final FileSizes IN_PARTS = new FileSizes(0, 1, 1);

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-20T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final TradingPartner acme = Trade.CONTOSO.acme();

    private String good(int number, int sets) {
        List<Paper.Set> all = new ArrayList<>();
        for (int i = 1; i <= sets; i++) {
            all.add(new Paper.Set(
                    "810", List.of("BIG*20260320*INV-" + i + "**PO-1", "IT1*1*10*EA*9.95", "TDS*9950", "CTT*1")));
        }
        return new String(
                Paper.file(acme, List.of(new Paper.Interchange(number, List.of(), "IN", all, List.of()))),
                StandardCharsets.UTF_8);
    }

    private List<DocumentRecord> taken(boolean inParts, String... files) {
        for (int i = 0; i < files.length; i++) {
            companies
                    .mailbox()
                    .put(
                            ((FolderReference.ByPath) Trade.download(acme.id().id())).path(),
                            "in_" + i + ".edi",
                            files[i].getBytes(StandardCharsets.UTF_8));
            time.runUntil(time.now().plusSeconds(1));
            poll(inParts ? IN_PARTS : FileSizes.USUAL);
        }
        return journal.list(DocumentFilter.ALL.page(500, Optional.empty()))
                .toCompletableFuture()
                .join();
    }

    private void poll(FileSizes sizes) {
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine = SimulatedEngine.of(life, journal, new X12Codec(), time::now, chance.generator(), "node-1");
        new FolderPoller(
                        engine,
                        Trade.CONTOSO.connection(
                                HeaderReference.ASSIGNED,
                                sizes,
                                companies.orders(),
                                companies.products(),
                                companies.invoices(),
                                companies.mailbox()),
                        acme,
                        Trade.download(acme.id().id()),
                        new OneAtATime(),
                        new Health())
                .start();
        time.runUntil(time.now().plus(Duration.ofMinutes(2)));
        life.end();
    }

    private static List<String> told(List<DocumentRecord> documents) {
        return documents.stream()
                .filter(document -> document.direction() == Direction.INBOUND)
                .map(document -> document.type() + " " + document.condition().word() + " "
                        + document.state().reason().map(Problem::code).orElse("-"))
                .toList();
    }

    private String bytesOf(DocumentRecord document) {
        return new String(
                journal.payload(document.content().orElseThrow())
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private Optional<String> problemOfTheFile() {
        return journal.files(10, Optional.empty()).toCompletableFuture().join().stream()
                .findFirst()
                .flatMap(FileRecord::problem)
                .map(Problem::code);
    }

    private DocumentRecord unread(List<DocumentRecord> documents) {
        return documents.stream()
                .filter(document -> document.type().equals("unread"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_left_of_an_invoice_without_its_beginning_is_held_with_its_bytes(boolean inParts) {
        String file = good(7, 2);
        String damaged = file.replace("ST*810*0001~", "T*810*0001~");
        List<DocumentRecord> documents = taken(inParts, damaged);
        assertThat(told(documents)).containsExactlyInAnyOrder("810 held x12-invalid", "unread held bytes-unread");
        assertThat(bytesOf(unread(documents)))
                .startsWith("T*810*0001~BIG*20260320*INV-1")
                .endsWith("SE*6*0001~");
        assertThat(unread(documents).condition()).isEqualTo(Condition.HELD);
        assertThat(problemOfTheFile()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_second_interchange_with_a_damaged_header_is_held_with_its_bytes(boolean inParts) {
        String second = good(8, 1).replaceFirst("ISA\\*00\\*", "ISA*");
        String broken = "ISA*X~" + second.substring(second.indexOf("GS*"));
        List<DocumentRecord> documents = taken(inParts, good(7, 1) + broken);
        assertThat(told(documents)).containsExactlyInAnyOrder("810 moving -", "unread held bytes-unread");
        assertThat(bytesOf(unread(documents))).isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_no_X12_at_all_is_held_with_its_bytes(boolean inParts) {
        List<DocumentRecord> documents = taken(inParts, "Dear Sirs, our invoices are late.");
        assertThat(told(documents)).containsExactly("unread held bytes-unread");
        assertThat(bytesOf(unread(documents))).isEqualTo("Dear Sirs, our invoices are late.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_cut_off_is_held_with_its_bytes(boolean inParts) {
        String file = good(7, 2);
        String cut = file.substring(0, file.indexOf("GE*"));
        List<DocumentRecord> documents = taken(inParts, cut);
        assertThat(told(documents)).containsExactly("unread held bytes-unread");
        assertThat(bytesOf(unread(documents))).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_envelope_that_does_not_agree_holds_its_invoices(boolean inParts) {
        List<String> right =
                List.of("SE*6*0001", "SE*6*0001", "GE*1*7", "GE*1*7", "GE*1*7~", "IEA*1*", "IEA*1*000000007");
        List<String> wrong = List.of("SE*9*0001", "SE*6*0009", "GE*2*7", "GE*1*8", "", "IEA*2*", "IEA*1*000000008");
        for (int i = 0; i < right.size(); i++) {
            String file = good(7, 1).replace(right.get(i), wrong.get(i));
            NothingVanishesTest fresh = new NothingVanishesTest();
            assertThat(told(fresh.taken(inParts, file))).as(wrong.get(i)).containsExactly("810 held x12-invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_not_processed_asks_for_a_person(boolean inParts) {
        for (String kind : List.of("812", "880", "864", "820", "850", "860")) {
            NothingVanishesTest fresh = new NothingVanishesTest();
            String file = good(7, 1).replace("ST*810*", "ST*" + kind + "*");
            assertThat(told(fresh.taken(inParts, file))).containsExactly(kind + " held set-not-processed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void another_invoice_in_an_interchange_whose_number_came_before_is_held(boolean inParts) {
        String again = good(7, 2).replace("*0001~", "*0003~").replace("*0002~", "*0004~");
        List<DocumentRecord> documents = taken(inParts, good(7, 1), again);
        assertThat(told(documents))
                .containsExactlyInAnyOrder(
                        "810 moving -", "810 held interchange-number-repeated", "810 held interchange-number-repeated");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_interchange_that_is_corrected_may_come_under_its_number(boolean inParts) {
        List<DocumentRecord> documents = taken(inParts, good(7, 1).replace("GE*1*7", "GE*2*7"), good(7, 1));
        assertThat(told(documents)).containsExactlyInAnyOrder("810 held x12-invalid", "810 moving -");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_TA1_goes_out_in_an_interchange_of_its_own(boolean inParts) {
        String asking = good(7, 1).replace("000000007*0*P", "000000007*1*P");
        assertThat(taken(inParts, asking).stream()
                        .filter(document -> document.direction() == Direction.OUTBOUND)
                        .map(DocumentRecord::type))
                .containsExactlyInAnyOrder("TA1", "997");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_damaged_beginning_of_a_group_is_answered_although_no_997_can_be(boolean inParts) {
        List<DocumentRecord> documents = taken(inParts, good(7, 1).replace("~GS*IN", "~G*IN"));
        assertThat(told(documents)).containsExactlyInAnyOrder("810 held x12-invalid", "unread held bytes-unread");
        assertThat(documents.stream()
                        .filter(document -> document.direction() == Direction.OUTBOUND)
                        .map(DocumentRecord::type))
                .containsExactly("TA1");
    }

    /** Whose it is can be told by the folder; that it is about our orders only by a sender we know. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answers_of_an_unknown_sender_belong_to_the_owner_of_the_folder_as_his_invoices_do(boolean inParts) {
        String invoice = good(7, 1);
        List<DocumentRecord> documents = taken(
                inParts,
                fromStranger(invoice),
                fromStranger(answer(8, "PR", "855", List.of("BAK*00*AC*PO-1*20260320"))),
                fromStranger(answer(9, "FA", "997", List.of("AK1*PO*7", "AK9*A*1*1*1"))));
        assertThat(told(documents))
                .containsExactlyInAnyOrder("810 moving -", "855 done partner-unknown", "997 done partner-unknown");
        assertThat(documents)
                .extracting(DocumentRecord::partner)
                .containsOnly(acme.id().id());
        assertThat(documents)
                .as("a stranger is answered by nobody")
                .allMatch(document -> document.direction() == Direction.INBOUND);
    }

    private String answer(int number, String group, String set, List<String> segments) {
        return new String(
                Paper.file(acme, List.of(Paper.Interchange.of(number, group, new Paper.Set(set, segments)))),
                StandardCharsets.UTF_8);
    }

    private String fromStranger(String file) {
        String sender = acme.interchange().them().id();
        String padded = String.format(Locale.ROOT, "*%-15s*", sender);
        assertThat(file).contains(padded);
        return file.replace(padded, String.format(Locale.ROOT, "*%-15s*", "STRANGER"));
    }
}
