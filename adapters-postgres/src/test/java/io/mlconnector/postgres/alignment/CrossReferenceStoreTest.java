package io.mlconnector.postgres.alignment;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.ports.audit.Finding;
import io.mlconnector.postgres.audit.JournalAudit;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.testing.contract.SettableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CrossReferenceStoreTest {

    private static final PartnerId ACME = new PartnerId("acme");
    private static final Editor ANN = new Editor("ann", "the vendor's letter");

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T12:00:00Z"));
    private Database database;
    private CrossReferenceStore store;

    @BeforeEach
    void open() {
        database = await(Database.open(vertx, TestPostgres.database("references"), () -> {}));
        store = new CrossReferenceStore(database.pool(), clock);
    }

    @AfterEach
    void close() {
        await(database.close(vertx));
        await(vertx.close());
    }

    private static CrossReference item(String theirs, String ours) {
        return CrossReference.always(ACME, Kind.ITEM, theirs, ours);
    }

    private CrossReferences all() {
        return await(Future.fromCompletionStage(store.all()));
    }

    private Optional<String> ours(String theirs) {
        return all().ours(ACME, Kind.ITEM, theirs);
    }

    private List<Finding> audit() {
        List<Finding> findings = new ArrayList<>();
        await(new JournalAudit(vertx, database.pool()).verify(Optional.empty(), true, findings::add));
        return findings;
    }

    private List<String> messages(CrossReference.Key key) {
        String id = await(store.historyOf(key)).orElseThrow().text();
        return await(database.pool()
                .query("select message from journal_entry where owner = '" + id + "' order by number")
                .execute()
                .map(rows -> {
                    List<String> messages = new ArrayList<>();
                    rows.forEach(row -> messages.add(row.getString("message")));
                    return messages;
                }));
    }

    @Test
    void a_translation_may_end_on_a_day_and_begin_on_none() {
        LocalDate last = LocalDate.of(2026, 11, 30);
        CrossReference always = item("VN:1", "A");
        CrossReference.Key key = always.key();
        CrossReference ending = new CrossReference(
                always.scope(),
                always.kind(),
                always.theirs(),
                always.ours(),
                new EffectiveDates(Optional.empty(), Optional.of(last)));
        await(store.enter(List.of(ending), Overwriting.REFUSED, ANN));
        assertThat(messages(key))
                .containsExactly("The item VN:1 of acme means A until 2026-11-30. Reason: the vendor's letter");
    }

    private List<RecordedCrossReference> pages(CrossReferenceStore.Wanted wanted, int most) {
        List<RecordedCrossReference> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        while (true) {
            List<RecordedCrossReference> page = await(store.page(wanted, after, most));
            all.addAll(page);
            if (page.size() < most) {
                return all;
            }
            after = Optional.of(page.getLast().id().text());
        }
    }

    @Test
    void pages_follow_each_other_in_the_order_of_the_list_without_gap_or_repetition() {
        List<CrossReference> entered = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            entered.add(item("VN:" + i, "A-" + i));
            entered.add(new CrossReference(
                    item("VN:" + i, "B-" + i).scope(),
                    Kind.ITEM,
                    "VN:" + i,
                    "B-" + i,
                    new EffectiveDates(Optional.of(LocalDate.of(2026, 12, 1)), Optional.empty())));
        }
        entered.add(CrossReference.always(new PartnerId("globex"), Kind.UNIT, "CT", "ctn"));
        await(store.enter(entered, Overwriting.REFUSED, ANN));
        List<RecordedCrossReference> all = await(store.list());
        CrossReferenceStore.Wanted every = new CrossReferenceStore.Wanted("", Optional.empty(), "");
        for (int most : List.of(1, 2, 4, 15, 100)) {
            assertThat(pages(every, most)).as("pages of %d", most).isEqualTo(all);
        }
        assertThat(pages(new CrossReferenceStore.Wanted("globex", Optional.empty(), ""), 4))
                .hasSize(1);
        assertThat(pages(new CrossReferenceStore.Wanted("", Optional.of(Kind.UNIT), ""), 4))
                .hasSize(1);
        assertThat(pages(new CrossReferenceStore.Wanted("", Optional.empty(), "b-3"), 4))
                .hasSize(1);

        String last =
                await(store.page(every, Optional.empty(), 3)).getLast().id().text();
        await(store.remove(all.get(2).reference().key(), ANN));
        assertThat(await(store.page(every, Optional.of(last), 100)))
                .as("goes on behind one that was removed meanwhile")
                .isEqualTo(all.subList(3, all.size()));
        assertThat(await(store.page(every, Optional.of("xr-nothing"), 100))).isEmpty();
    }

    @Test
    void what_is_entered_replaced_and_removed_holds_at_once_and_keeps_its_history_in_the_audited_chain() {
        CrossReference first = item("VN:1", "A");
        await(store.enter(List.of(first), Overwriting.REFUSED, ANN));
        assertThat(ours("vn:1")).contains("A");

        await(store.enter(List.of(item("vn:1", "B")), Overwriting.ALLOWED, new Editor("bob", "")));
        assertThat(ours("VN:1")).contains("B");
        assertThat(await(store.list()))
                .singleElement()
                .satisfies(one -> assertThat(one.changedBy()).contains("bob"))
                .satisfies(one -> assertThat(one.reason()).isEmpty())
                .satisfies(one -> assertThat(one.changedAt()).contains(clock.instant()));

        assertThat(await(store.remove(first.key(), ANN))).isPresent();
        assertThat(await(store.remove(first.key(), ANN))).isEmpty();
        assertThat(ours("VN:1")).isEmpty();
        assertThat(await(store.list())).isEmpty();

        await(store.enter(List.of(first), Overwriting.REFUSED, ANN));
        assertThat(ours("VN:1")).contains("A");
        assertThat(messages(first.key()))
                .containsExactly(
                        "The item VN:1 of acme means A. Reason: the vendor's letter",
                        "The item VN:1 of acme means B; so far A.",
                        "The item VN:1 of acme no longer means B. Reason: the vendor's letter",
                        "The item VN:1 of acme means A. Reason: the vendor's letter");
        assertThat(audit()).isEmpty();
    }

    @Test
    void a_translation_put_into_the_table_by_hand_is_found_by_the_audit() {
        await(store.enter(List.of(item("VN:1", "A")), Overwriting.REFUSED, ANN));
        await(database.pool()
                .query("insert into cross_reference (id, partner, kind, theirs, ours, changed_by)"
                        + " values ('xr-by-hand', 'acme', 'item', 'VN:2', 'B', 'ann')")
                .execute());
        assertThat(audit())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).contains("cross reference xr-by-hand has no history"));
    }

    @Test
    void nothing_is_entered_where_one_would_be_overwritten_unasked_or_two_contradict_each_other() {
        await(store.enter(List.of(item("VN:1", "A")), Overwriting.REFUSED, ANN));

        CrossReferenceChanges refused =
                await(store.enter(List.of(item("VN:2", "B"), item("VN:1", "C")), Overwriting.REFUSED, ANN));
        assertThat(CrossReferenceStore.done(refused, Overwriting.REFUSED)).isFalse();
        assertThat(refused.replaced())
                .singleElement()
                .satisfies(one -> assertThat(one.position()).isEqualTo(1));

        CrossReferenceChanges contradicting =
                await(store.enter(List.of(item("VN:3", "B"), item("vn:3", "C")), Overwriting.ALLOWED, ANN));
        assertThat(CrossReferenceStore.done(contradicting, Overwriting.ALLOWED)).isFalse();
        assertThat(contradicting.contradicting()).containsExactly(new CrossReferenceChanges.Contradicting(0, 1));

        assertThat(all().all()).containsExactly(item("VN:1", "A"));
    }

    @Test
    void another_process_sees_a_change_at_its_next_question() {
        CrossReferenceStore other = new CrossReferenceStore(database.pool(), clock);
        assertThat(await(Future.fromCompletionStage(other.all())).all()).isEmpty();
        await(store.enter(List.of(item("VN:1", "A")), Overwriting.REFUSED, ANN));
        assertThat(await(Future.fromCompletionStage(other.all())).all()).containsExactly(item("VN:1", "A"));
    }

    @Test
    void questions_that_come_together_are_all_answered_with_what_was_entered_before_they_were_asked() {
        for (int round = 0; round < 20; round++) {
            CrossReference wanted = item("VN:" + round, "A");
            List<Future<CrossReferences>> early = IntStream.range(0, 5)
                    .mapToObj(i -> Future.fromCompletionStage(store.all()))
                    .toList();
            await(store.enter(List.of(wanted), Overwriting.REFUSED, ANN));
            List<Future<CrossReferences>> late = IntStream.range(0, 5)
                    .mapToObj(i -> Future.fromCompletionStage(store.all()))
                    .toList();
            await(Future.all(early));
            late.forEach(asked -> assertThat(await(asked).all()).contains(wanted));
        }
    }

    @Test
    void fifty_thousand_are_entered_in_one_go() {
        List<CrossReference> many = IntStream.range(0, 50_000)
                .mapToObj(i -> item("VN:" + i, "ITEM-" + i))
                .toList();
        await(store.enter(many, Overwriting.REFUSED, ANN));
        assertThat(ours("VN:49999")).contains("ITEM-49999");
        assertThat(await(store.enter(many, Overwriting.REFUSED, ANN)).unchanged())
                .isEqualTo(50_000);
        assertThat(audit()).isEmpty();
    }
}
