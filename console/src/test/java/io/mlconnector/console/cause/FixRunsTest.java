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
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixProgress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixRunsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final CauseFix FIX = new CauseFix(
            "unit-unknown:acme:QX", new CauseFix.Translate("ea", Optional.empty(), Optional.empty(), false));

    private final List<CrossReference> known = new ArrayList<>();
    private final Paced paced = new Paced();
    private final FixRuns runs =
            new FixRuns(() -> Future.succeededFuture(new CrossReferences(known)), () -> NOON, paced);

    private Future<FixRun> begin() {
        return runs.begin(FIX, false, "ana", "");
    }

    private static String page(FixRun run) {
        StringOutput text = new StringOutput();
        Frame frame = new Frame(
                "A fix",
                Section.CAUSES,
                Optional.of(new Operator("ana", Role.ENGINEER)),
                new Look("system", ZoneOffset.UTC, NOON),
                run.address(),
                Optional.empty());
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("run.jte", new RunPage(frame, run, List.of(), false), text);
        return text.toString();
    }

    @Test
    void a_fix_under_way_tells_how_many_are_done_and_can_be_left_and_found_again() {
        Future<FixRun> begun = begin();
        assertThat(begun.isComplete()).as("before it is known that it fits").isFalse();
        paced.begins(3);
        FixRun run = begun.result();
        paced.became("d1", "replayed");
        paced.became("d2", "refused");

        assertThat(runs.all()).containsExactly(run);
        assertThat(runs.find("1")).contains(run);
        assertThat(page(run))
                .contains("2 of 3 done, 1 refused", "max=\"3\"", "value=\"2\"", "sse:changed, every 2s")
                .doesNotContain("Take back what was entered");

        paced.became("d3", "replayed");
        paced.ends(true);
        assertThat(run.ended()).isTrue();
        assertThat(page(run))
                .contains(
                        "2 of 3 documents go on.",
                        "More stand still",
                        "What does not go on",
                        "Take back what was entered")
                .doesNotContain("<progress");
    }

    @Test
    void one_that_does_not_fit_is_refused_and_not_remembered() {
        Future<FixRun> begun = begin();
        paced.fails(new CauseException("F&O has no unit ea."));

        assertThat(begun.cause()).hasMessage("F&O has no unit ea.");
        assertThat(runs.all()).isEmpty();
    }

    @Test
    void one_that_breaks_off_says_so() {
        Future<FixRun> begun = begin();
        paced.begins(2);
        paced.became("d1", "replayed");
        paced.fails(new IllegalStateException("The database is away"));

        assertThat(page(begun.result())).contains("1 of 2 done. It broke off");
    }

    @Test
    void a_translation_that_was_there_before_is_not_taken_back() {
        known.add(CrossReference.always(new PartnerId("acme"), Kind.UNIT, "QX", "ea"));
        Future<FixRun> begun = begin();
        paced.begins(0);
        paced.ends(false);

        assertThat(begun.result().entered()).isEmpty();
        assertThat(page(begun.result())).contains("entered before").doesNotContain("Take back what was entered");
    }

    @Test
    void only_the_last_ones_are_remembered() {
        for (int i = 0; i < 50; i++) {
            begin();
            paced.begins(0);
            paced.ends(false);
        }
        assertThat(runs.all()).hasSize(20);
        assertThat(runs.all().getFirst().id()).isEqualTo("50");
        assertThat(runs.find("1")).isEmpty();
    }

    /** Goes on when it is told to. */
    private static final class Paced implements CauseFixing {
        private Optional<FixProgress> progress = Optional.empty();
        private Promise<Fixed> promise = Promise.promise();

        void begins(int documents) {
            progress.orElseThrow().begins(documents);
        }

        void became(String id, String word) {
            progress.orElseThrow().became(new Became(new DocumentId(id), word, "It is so."));
        }

        void ends(boolean more) {
            promise.complete(new Fixed(List.of(), more));
        }

        void fails(Throwable why) {
            promise.fail(why);
        }

        @Override
        public Future<Fixed> foresee(CauseFix fix) {
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
