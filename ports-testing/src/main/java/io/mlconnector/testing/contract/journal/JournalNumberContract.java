package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static io.mlconnector.testing.contract.Stages.together;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Control numbers: taken with the change that uses them, or not at all. */
interface JournalNumberContract {

    JournalBench bench();

    private CompletionStage<Committed> numbered(Claim claim, NumberSequence sequence, Collection<ControlNumbers> into) {
        return bench().journal
                .commit(
                        claim,
                        sequence,
                        numbers -> {
                            into.add(numbers);
                            return Optional.of(bench().goesOn(new SendingState.Announced((int) numbers.interchange())));
                        },
                        bench().now(),
                        LEASE);
    }

    private ControlNumbers taken(NumberSequence sequence) {
        List<ControlNumbers> numbers = new ArrayList<>();
        Claim claim = bench().claimed(bench().announced("PO-" + bench().id()));
        assertThat(await(numbered(claim, sequence, numbers))).isEqualTo(new Committed.Stands());
        return numbers.getLast();
    }

    @Test
    default void numbers_count_up_from_one_for_each_pair_of_ends() {
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(1, 1, 1));
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(2, 2, 1));
        assertThat(taken(bench().numbers("GLOBEX"))).isEqualTo(new ControlNumbers(1, 1, 1));
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(3, 3, 1));
    }

    @Test
    default void numbers_that_somebody_saw_in_use_are_not_given_out() {
        taken(bench().numbers("ACME"));
        await(bench().journal.usedUpTo(bench().numbers("ACME"), 40));
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(41, 41, 1));
        await(bench().journal.usedUpTo(bench().numbers("ACME"), 7));
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(42, 42, 1));
        await(bench().journal.usedUpTo(bench().numbers("NEW"), 7));
        assertThat(taken(bench().numbers("NEW"))).isEqualTo(new ControlNumbers(8, 8, 1));
    }

    @Test
    default void the_highest_number_is_the_last_that_was_given_out_or_passed_over() {
        NumberSequence sequence = bench().numbers("ACME");
        assertThat(await(bench().journal.highest(sequence))).isZero();
        taken(sequence);
        assertThat(await(bench().journal.highest(sequence))).isEqualTo(1);
        await(bench().journal.usedUpTo(sequence, 40));
        await(bench().journal.usedUpTo(sequence, 7));
        assertThat(await(bench().journal.highest(sequence))).isEqualTo(40);
        assertThat(await(bench().journal.highest(bench().numbers("GLOBEX")))).isZero();
    }

    @Test
    default void fates_are_told_page_by_page_without_gap_or_repetition() {
        NumberSequence acme = bench().numbers("ACME");
        NumberSequence globex = bench().numbers("GLOBEX");
        // Several at the same instant, of both sequences, and some later.
        await(bench().journal.usedUpTo(acme, 3));
        await(bench().journal.usedUpTo(globex, 7));
        await(bench().journal.usedUpTo(acme, 9));
        bench().clock.advance(LEASE);
        await(bench().journal.usedUpTo(globex, 8));
        await(bench().journal.usedUpTo(acme, 12));
        assertThat(await(bench().journal.numbers(1, Optional.of(acme), Optional.of(new NumberBlock.Key(acme, 10)))))
                .extracting(NumberBlock::first)
                .containsExactly(4L);
        // Others may have used the same journal.
        List<NumberBlock> all = await(bench().journal.numbers(1_000, Optional.empty(), Optional.empty()));
        assertThat(all).hasSizeBetween(5, 999);
        for (int most = 1; most <= 3; most++) {
            List<NumberBlock> paged = new ArrayList<>();
            Optional<NumberBlock.Key> after = Optional.empty();
            List<NumberBlock> page;
            do {
                page = await(bench().journal.numbers(most, Optional.empty(), after));
                paged.addAll(page);
                after = page.isEmpty() ? after : Optional.of(page.getLast().key());
            } while (page.size() == most);
            assertThat(paged).as("pages of %d", most).isEqualTo(all);
        }
        assertThat(await(bench().journal
                        .numbers(10, Optional.empty(), Optional.of(new NumberBlock.Key(bench().numbers("NOBODY"), 1)))))
                .as("after what is not there")
                .isEmpty();
    }

    @Test
    default void the_fate_of_every_number_is_recorded() {
        NumberSequence sequence = bench().numbers("ACME");
        taken(sequence);
        await(bench().journal.usedUpTo(sequence, 40));
        await(bench().journal.usedUpTo(sequence, 7));
        bench().clock.advance(LEASE);
        DocumentId bearer = bench().announced("PO-LAST");
        await(numbered(bench().claimed(bearer), sequence, new ArrayList<>()));
        List<NumberBlock> blocks = await(bench().journal.numbers(10, Optional.of(sequence), Optional.empty()));
        assertThat(blocks)
                .extracting(block ->
                        block.first() + "-" + block.last() + " " + block.fate().word())
                .containsExactlyInAnyOrder("41-41 used", "2-40 passed-over", "1-1 used");
        assertThat(blocks.getFirst().document()).contains(bearer);
        assertThat(await(bench().journal.numbers(1, Optional.of(sequence), Optional.empty())))
                .hasSize(1);
        assertThat(await(bench().journal.numbers(10, Optional.of(bench().numbers("NOBODY")), Optional.empty())))
                .isEmpty();
    }

    @Test
    default void a_number_is_stored_with_the_change_that_uses_it() {
        taken(bench().numbers("ACME"));
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        await(numbered(claim, bench().numbers("ACME"), new ArrayList<>()));
        assertThat(bench().find(id).state()).isEqualTo(new SendingState.Announced(2));
    }

    @Test
    default void a_change_that_cannot_be_computed_takes_no_number() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        awaitFailure(bench().journal
                .commit(
                        claim,
                        bench().numbers("ACME"),
                        numbers -> {
                            throw new IllegalStateException("cannot be encoded");
                        },
                        bench().now(),
                        LEASE));
        assertThat(bench().find(id).state()).isEqualTo(new SendingState.Announced(0));
        assertThat(bench().events(id)).containsExactly("announced");
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(1, 1, 1));
    }

    @Test
    default void where_there_is_no_change_to_make_no_number_is_taken() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        assertThat(await(bench().journal
                        .commit(claim, bench().numbers("ACME"), numbers -> Optional.empty(), bench().now(), LEASE)))
                .isEqualTo(new Committed.NotMade());
        assertThat(bench().find(id).state()).isEqualTo(new SendingState.Announced(0));
        assertThat(bench().events(id)).containsExactly("announced");
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(1, 1, 1));
        assertThat(bench().commit(claim, job())).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_late_worker_takes_no_number() {
        DocumentId id = bench().announced("PO-1");
        Claim late = bench().claimed(id);
        bench().clock.advance(LEASE.plusMillis(1));
        bench().claimed(id);
        assertThat(await(numbered(late, bench().numbers("ACME"), new ArrayList<>())))
                .isEqualTo(new Committed.Fenced());
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(1, 1, 1));
    }

    @Test
    default void a_job_that_is_taken_takes_no_number() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        Claim second = bench().claimed(bench().announced("PO-2"));
        bench().commit(first, job());
        assertThat(await(bench().journal
                        .commit(second, bench().numbers("ACME"), numbers -> Optional.of(job()), bench().now(), LEASE)))
                .isEqualTo(new Committed.KeyTaken(first.id()));
        assertThat(taken(bench().numbers("ACME"))).isEqualTo(new ControlNumbers(1, 1, 1));
    }

    private Change job() {
        return bench().goesOn(new SendingState.Announced(1)).with(new Amendment.Job(bench().key("job")));
    }

    @Test
    default void many_who_take_numbers_at_once_have_different_ones_without_a_gap() {
        List<Claim> claims = IntStream.range(0, 12)
                .mapToObj(i -> bench().claimed(bench().announced("PO-" + i)))
                .toList();
        ConcurrentLinkedQueue<ControlNumbers> computed = new ConcurrentLinkedQueue<>();
        together(12, i -> numbered(claims.get(i), bench().numbers("ACME"), computed));
        List<Long> stored = claims.stream()
                .map(claim -> bench().find(claim.id()).state())
                .map(state -> (long) ((SendingState.Announced) state).failures())
                .toList();
        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 12).boxed().toList());
    }
}
