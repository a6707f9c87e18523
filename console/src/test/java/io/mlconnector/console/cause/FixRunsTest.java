package io.mlconnector.console.cause;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Role;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Section;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.engine.cause.FixProgress;
import io.mlconnector.engine.cause.FixRecord;
import io.mlconnector.engine.cause.FixUndo;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixRunsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final CauseFix FIX = new CauseFix(
            "unit-unknown:acme:QX", new CauseFix.Translate("ea", Optional.empty(), Optional.empty(), false));

    private final Map<String, FixRecord> journal = new TreeMap<>(Comparator.reverseOrder());
    private final Paced paced = new Paced();
    private final FixRuns runs = new FixRuns(
            () -> Future.succeededFuture(List.copyOf(journal.keySet())),
            id -> Future.succeededFuture(Optional.ofNullable(journal.get(id))),
            () -> NOON,
            paced);

    private Future<FixRun> begin() {
        return runs.begin(FIX, "ana", "");
    }

    private List<FixRun> all() {
        return runs.all().result();
    }

    private Optional<FixRun> find(String id) {
        return runs.find(id).result();
    }

    /** As the journal has it after three of four documents. */
    private void stored(String id, Instant last, String... takenBack) {
        stored(id, last, List.of(), takenBack);
    }

    private void stored(String id, Instant last, List<CauseFixing.Became> left, String... takenBack) {
        journal.put(
                id,
                new FixRecord(
                        new FixMark(id, FIX, false, 4, true),
                        "ana",
                        last.minusSeconds(5),
                        last,
                        Stream.of("d1", "d2", "d3").map(DocumentId::new).toList(),
                        left,
                        Stream.of(takenBack).map(DocumentId::new).toList(),
                        takenBack.length == 0 ? Optional.empty() : Optional.of("joe"),
                        takenBack.length == 0 ? Optional.empty() : Optional.of(NOON)));
    }

    @Test
    void a_fix_that_the_daemon_does_not_remember_is_found_in_the_journal_with_its_counts() {
        stored("7", NOON.minusSeconds(600));

        FixRun run = find("7").orElseThrow();
        assertThat(all()).extracting(FixRun::id).containsExactly("7");
        assertThat(run.ended()).isTrue();
        assertThat(page(run))
                .contains("QX means ea.", "ana", "3 of 4 done", "The daemon ended meanwhile", "Take back")
                .doesNotContain("<progress");
        assertThat(find("8")).isEmpty();
    }

    @Test
    void what_it_left_as_it_was_is_told_with_its_reason_although_the_daemon_was_started_anew() {
        stored(
                "7",
                NOON.minusSeconds(600),
                List.of(new CauseFixing.Became(new DocumentId("d4"), "refused", "It moves.")));

        FixRun run = find("7").orElseThrow();
        assertThat(run.on()).isEqualTo(3);
        assertThat(run.refused()).extracting(CauseFixing.Became::message).containsExactly("It moves.");
        assertThat(page(run)).contains("3 of 4 documents go on.", "It moves.").doesNotContain("daemon ended");
    }

    @Test
    void one_that_another_daemon_does_right_now_is_shown_as_under_way() {
        stored("7", NOON.minusSeconds(1));

        assertThat(page(find("7").orElseThrow())).contains("3 of 4 done", "<progress");
    }

    @Test
    void what_was_taken_back_elsewhere_is_told_of_a_remembered_one_too() {
        begin();
        paced.begins("7", 3, true);
        List.of("d1", "d2", "d3").forEach(id -> paced.became(id, "replayed"));
        paced.ends(false);
        stored("7", NOON, "d1", "d2");

        assertThat(page(find("7").orElseThrow()))
                .contains("joe took back 2 of 3 documents: they stand still again.", "Take back what was not sent");
        stored("7", NOON, "d1", "d2", "d3");
        assertThat(page(find("7").orElseThrow())).doesNotContain("Take back what was not sent");
    }

    private static String page(FixRun run) {
        return page(run, 0);
    }

    /** Where so many of its documents stand still. */
    private static Outcome outcome(FixRun run, int standing) {
        int again = Math.max(0, standing - run.back());
        return new Outcome(Math.max(0, run.on() - run.back() - again), again, run.back(), 0, 0, Map.of());
    }

    private static String page(FixRun run, int standing) {
        return page(run, outcome(run, standing), Optional.empty());
    }

    private static String page(FixRun run, Outcome outcome, Optional<String> translation) {
        StringOutput text = new StringOutput();
        Frame frame = new Frame(
                "A fix",
                Section.CAUSES,
                Optional.of(new Operator("ana", Role.ENGINEER)),
                new Look("system", ZoneOffset.UTC, NOON),
                run.address(),
                Optional.empty());
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("run.jte", new RunPage(frame, run, List.of(), outcome, translation, Optional.empty()), text);
        return text.toString();
    }

    @Test
    void a_fix_under_way_tells_how_many_are_done_and_can_be_left_and_found_again() {
        Future<FixRun> begun = begin();
        assertThat(begun.isComplete()).as("before it is known that it fits").isFalse();
        paced.begins("1", 3, true);
        FixRun run = begun.result();
        paced.became("d1", "replayed");
        paced.became("d2", "refused");

        assertThat(all()).containsExactly(run);
        assertThat(find("1")).contains(run);
        assertThat(page(run))
                .contains(
                        "2 of 3 done, of which 1 left as they are", "max=\"3\"", "value=\"2\"", "sse:changed, every 2s")
                .doesNotContain("Take back what was not sent");

        paced.became("d3", "replayed");
        paced.ends(true);
        assertThat(run.ended()).isTrue();
        assertThat(page(run))
                .contains(
                        "2 of 3 documents go on.",
                        "More stand still",
                        "What does not go on",
                        "Take back what was not sent")
                .doesNotContain("<progress");
    }

    @Test
    void a_fix_of_which_all_was_sent_offers_no_taking_back_and_says_so() {
        stored("7", NOON.minusSeconds(600));
        FixRun run = find("7").orElseThrow();

        assertThat(page(run, new Outcome(3, 0, 0, 1, 2, Map.of()), Optional.empty()))
                .contains("Take back what was not sent");
        assertThat(page(run, new Outcome(3, 0, 0, 1, 3, Map.of()), Optional.empty()))
                .contains("Nothing of it can be taken back any more")
                .doesNotContain("Take back what was not sent");
    }

    @Test
    void a_fix_that_was_taken_back_says_by_whom_and_what_became_of_its_translation() {
        stored("7", NOON.minusSeconds(600), "d1", "d2", "d3");
        FixRun run = find("7").orElseThrow();
        CrossReference entered = run.entered().orElseThrow();

        assertThat(run.translation(List.of(entered))).contains("The translation stays: QX means ea.");
        assertThat(run.translation(List.of()))
                .contains("The translation that it entered is not there any more: QX does not mean ea by it.");
        assertThat(page(run, outcome(run, 3), run.translation(List.of())))
                .contains("joe took back 3 of 3 documents", "That was", "is not there any more");
    }

    @Test
    void only_what_goes_on_counts_not_what_stopped_again_nor_what_had_nothing_to_do() {
        Future<FixRun> begun = begin();
        paced.begins("1", 4, true);
        List.of("d1", "d2", "d3").forEach(id -> paced.became(id, "replayed"));
        paced.became("d4", "nothing");
        paced.ends(false);

        assertThat(page(begun.result(), 2))
                .contains("1 of 4 documents goes on. 2 stand still again", "1 was left as it is", "class=\"wrong\"")
                .doesNotContain("class=\"said\"");
        assertThat(page(begun.result(), 3)).contains("0 of 4 documents go on. 3 stand still again");
    }

    @Test
    void one_that_does_not_fit_is_refused_and_not_remembered() {
        Future<FixRun> begun = begin();
        paced.fails(new CauseException("F&O has no unit ea."));

        assertThat(begun.cause()).hasMessage("F&O has no unit ea.");
        assertThat(all()).isEmpty();
    }

    @Test
    void one_that_breaks_off_says_so() {
        Future<FixRun> begun = begin();
        paced.begins("1", 2, true);
        paced.became("d1", "replayed");
        paced.fails(new IllegalStateException("The database is away"));

        assertThat(page(begun.result())).contains("1 of 2 done. It broke off");
    }

    @Test
    void a_translation_that_was_there_before_is_not_taken_back() {
        Future<FixRun> begun = begin();
        paced.begins("1", 0, false);
        paced.ends(false);

        assertThat(begun.result().entered()).isEmpty();
        assertThat(page(begun.result())).contains("entered before").doesNotContain("Take back what was not sent");
    }

    @Test
    void only_the_last_ones_are_remembered() {
        for (int i = 0; i < 50; i++) {
            begin();
            paced.begins(Integer.toString(100 + i), 0, false);
            paced.ends(false);
        }
        assertThat(all()).hasSize(20);
        assertThat(all().getFirst().id()).isEqualTo("149");
        assertThat(find("100")).isEmpty();
    }

    /** Goes on when it is told to. */
    private static final class Paced implements CauseFixing {
        private Optional<FixProgress> progress = Optional.empty();
        private Promise<Fixed> promise = Promise.promise();

        void begins(String id, int documents, boolean entered) {
            progress.orElseThrow().begins(new FixMark(id, FIX, false, documents, entered));
        }

        void became(String id, String word) {
            progress.orElseThrow().became(new Became(new DocumentId(id), word, "It is so."));
        }

        void ends(boolean more) {
            promise.complete(new Fixed(Optional.of("1"), List.of(), more, Optional.empty(), Optional.empty()));
        }

        void fails(Throwable why) {
            promise.fail(why);
        }

        @Override
        public Future<Fixed> foresee(CauseFix fix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<FixUndo.Undone> foreseeUndo(String fix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<FixUndo.Undone> undo(String fix, String operator, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<Fixed> fix(CauseFix fix, String operator, String reason, FixProgress told) {
            progress = Optional.of(told);
            promise = Promise.promise();
            return promise.future();
        }
    }
}
