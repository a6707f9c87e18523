package io.mlconnector.postgres.journal;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.FilledJournal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search in a journal that has more documents than are read one by one: the 12,000th is the newest one. */
class SearchAmongManyTest {

    private static final FilledJournal JOURNAL = FilledJournal.empty("manytexts");

    @BeforeAll
    static void fill() {
        JOURNAL.announce("000000");
        run("""
                insert into document (id, connection, partner, direction, type, legal_entity, order_number,
                    confirmation_number, invoice_number, control_number, group_number, transaction_set_number, file_name,
                    condition, stage, validity, acknowledgement, state, created_at, changed_at)
                select lpad(n::text, 6, '0'), 'c', case when n % 3 = 0 then 'acme' else 'globex' end, 'inbound',
                    case when n % 1000 = 0 then '856' else '810' end,
                    'usmf', '', '', 'INV-' || n, '', '', '', '',
                    'done', 'posted', 'valid', 'none', first.state, now(), now()
                from document first, generate_series(1, 12000) as n
                """);
        run("""
                insert into document_text (document, particulars, content)
                select d.id, document_particulars(d), 'bolt' || case when d.id::int % 4000 = 1 then ' rare' else '' end
                    || case when d.id::int = 77 then ' of M8' else '' end
                from document d where d.id <> '000000'
                """);
        run("vacuum analyze document_text");
    }

    @AfterAll
    static void close() {
        JOURNAL.close();
    }

    private static void run(String sql) {
        await(JOURNAL.database().pool().query(sql).execute());
    }

    private static List<Integer> found(DocumentFilter filter) {
        return await(Future.fromCompletionStage(JOURNAL.journal().list(filter))).stream()
                .map(DocumentRecord::id)
                .map(id -> Integer.parseInt(id.text()))
                .toList();
    }

    private static DocumentFilter only(String text, Criterion... more) {
        return DocumentFilter.ALL.where(new Criterion.FoundBy(text)).where(more).page(3, Optional.empty());
    }

    @Test
    void a_word_that_all_have_fills_the_page_with_the_newest() {
        assertThat(found(only("bolt"))).containsExactly(12_000, 11_999, 11_998);
        assertThat(found(only("bolt", new Criterion.OfPartner("acme")))).containsExactly(12_000, 11_997, 11_994);
    }

    @Test
    void the_next_page_goes_on_where_the_one_before_ended() {
        DocumentFilter bolts = only("bolt");
        assertThat(found(bolts.page(2, Optional.of(new DocumentId("011998"))))).containsExactly(11_997, 11_996);
        assertThat(found(bolts.page(2, Optional.of(new DocumentId("000002"))))).containsExactly(1);
    }

    @Test
    void a_word_that_few_have_is_found_however_old_they_are() {
        assertThat(found(only("rare"))).containsExactly(8_001, 4_001, 1);
        assertThat(found(only("rare bolt INV-4001"))).containsExactly(4_001);
        assertThat(found(only("rare", new Criterion.OfPartner("acme")))).containsExactly(8_001);
        assertThat(found(only("m8"))).as("a word of two characters").containsExactly(77);
    }

    @Test
    void other_filters_leave_only_theirs_to_a_search() {
        assertThat(found(only("bolt", new Criterion.OfType("856")))).containsExactly(12_000, 11_000, 10_000);
        assertThat(found(only("rare", new Criterion.OfType("856")))).isEmpty();
        assertThat(found(only("bolt", new Criterion.IdBefore(new DocumentId("000003")))))
                .containsExactly(2, 1);
        assertThat(found(only("rare", new Criterion.IdFrom(new DocumentId("004001")))))
                .containsExactly(8_001, 4_001);
    }

    @Test
    void words_that_never_meet_find_nothing() {
        assertThat(found(only("acme globex"))).isEmpty();
        assertThat(found(only("acme", new Criterion.OfPartner("globex")))).isEmpty();
    }

    @Test
    void one_look_into_the_index_answers_for_all_words() {
        Listing listing = new Listing(only("acme globex bolt"));
        StringBuilder plan = new StringBuilder();
        Tuple values = listing.values();
        await(JOURNAL.database()
                        .pool()
                        .withConnection(connection -> connection
                                .query("set enable_seqscan = off")
                                .execute()
                                .compose(ignored -> connection
                                        .preparedQuery("explain " + listing.sql())
                                        .execute(values))))
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        assertThat(plan.toString())
                .containsOnlyOnce("Bitmap Index Scan on document_text_words")
                .containsPattern("(?s)Index Cond: .*acme.*globex.*bolt");
    }
}
