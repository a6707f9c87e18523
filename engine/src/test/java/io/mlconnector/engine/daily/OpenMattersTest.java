package io.mlconnector.engine.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.confirmation.Backfill;
import io.mlconnector.engine.daily.Unaccounted.Kind;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenMattersTest {

    private static final Instant BEGAN = Instant.parse("2026-03-10T09:00:00Z");

    private static DocumentRecord document(Condition condition, Acknowledgement acknowledgement) {
        return new DocumentRecord(
                new DocumentId("d1"),
                "main",
                "acme",
                Direction.OUTBOUND,
                "850",
                BusinessKeys.ofConfirmation("usmf", "PO-1", "PO-1-1"),
                condition,
                Stage.DELIVERED,
                Validity.VALID,
                acknowledgement,
                Optional.empty(),
                new SendingState.Announced(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                BEGAN,
                BEGAN,
                BEGAN,
                Attention.NONE);
    }

    private static Optional<Kind> kind(Condition condition, Acknowledgement acknowledgement) {
        return OpenMatters.of(document(condition, acknowledgement)).map(Unaccounted::kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"MOVING", "WAITING", "HELD", "UNKNOWN", "FAILED"})
    void whatever_has_not_come_to_an_end_is_open(Condition condition) {
        assertThat(kind(condition, Acknowledgement.NONE)).contains(Kind.DOCUMENT_OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"DONE", "DUPLICATE", "DISCARDED"})
    void what_has_come_to_an_end_is_accounted_for(Condition condition) {
        assertThat(kind(condition, Acknowledgement.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OVERDUE, true", "REJECTED, true", "AWAITED, false", "ACCEPTED, false", "ACCEPTED_WITH_ERRORS, false"})
    void what_arrived_is_open_until_the_partner_could_use_it(Acknowledgement acknowledgement, boolean open) {
        assertThat(kind(Condition.DONE, acknowledgement).isPresent()).isEqualTo(open);
        assertThat(kind(Condition.DISCARDED, acknowledgement))
                .as("a person has decided")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEW, true", "UNREADABLE, true", "KNOWN, false", "NOT_FOR_EDI, false"})
    void a_confirmation_without_a_document_is_open_unless_it_is_for_nobody(Backfill.Verdict verdict, boolean open) {
        assertThat(OpenMatters.of("main", found(verdict)).isPresent()).isEqualTo(open);
    }

    @Test
    void it_says_how_a_confirmation_is_entered_that_no_look_finds() {
        Unaccounted matter = OpenMatters.of("main", found(Backfill.Verdict.NEW)).orElseThrow();
        assertThat(matter.what()).isEqualTo("order PO-1 of usmf, confirmation PO-1-1");
        assertThat(matter.next()).endsWith("backfill --connection main --from 2026-03-09 --to 2026-03-09");
    }

    private static Backfill.Found found(Backfill.Verdict verdict) {
        return new Backfill.Found(
                "usmf", "PO-1", "PO-1-1", Optional.of(LocalDate.parse("2026-03-09")), verdict, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T23:59:59Z,true",
        "2026-03-11T00:00:00Z,false",
        "2026-03-11T00:30:00+01:00,true",
        "2026/03/11 08:00:00,true",
        "'',true"
    })
    void a_file_that_was_written_after_a_day_is_no_matter_of_it_unless_its_time_cannot_be_read(
            String modified, boolean lay) {
        FolderEntry entry = new FolderEntry("1", "a.edi", OptionalLong.of(3), modified, "", "");
        assertThat(OpenMatters.lay(entry, Instant.parse("2026-03-11T00:00:00Z")))
                .isEqualTo(lay);
    }
}
