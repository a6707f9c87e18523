package io.mlconnector.postgres.audit;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.audit.PersonEntries.Asked;
import io.mlconnector.postgres.audit.PersonEntries.Deed;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonEntriesTest {

    private static final Asked EVERYTHING =
            new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private PersonEntries entries;
    private int number;

    @BeforeEach
    void open() {
        database = await(Database.open(vertx, TestPostgres.database("persons"), () -> {}));
        entries = new PersonEntries(database.pool());
    }

    @AfterEach
    void close() {
        await(database.close(vertx));
        await(vertx.close());
    }

    private void entry(String actor, String day, String message) {
        await(database.pool()
                .query("insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash)"
                        + " values ('d', " + ++number + ", '" + day + "T10:00:00Z', '" + actor + "', 'release', '"
                        + message + "', '{}', '{}', '" + "0".repeat(64) + "')")
                .execute());
    }

    private List<String> told(Asked asked, int most) {
        return await(entries.deeds(asked, most)).stream().map(Deed::message).toList();
    }

    @Test
    void what_the_daemon_did_is_left_out_and_the_newest_comes_first() {
        entry("anna", "2026-03-01", "first");
        entry("daemon", "2026-03-02", "by itself");
        entry("bert", "2026-03-03", "last");

        assertThat(told(EVERYTHING, 10)).containsExactly("last", "first");
        assertThat(await(entries.persons(10))).containsExactly("anna", "bert");
        assertThat(await(entries.head()).orElseThrow().position()).isEqualTo(3);
    }

    @Test
    void a_person_and_a_day_are_looked_for() {
        entry("anna", "2026-03-01", "one");
        entry("anna", "2026-03-02", "two");
        entry("bert", "2026-03-02", "three");

        assertThat(told(
                        new Asked(
                                Optional.of("anna"),
                                Optional.of(Instant.parse("2026-03-02T00:00:00Z")),
                                Optional.of(Instant.parse("2026-03-03T00:00:00Z")),
                                Optional.empty()),
                        10))
                .containsExactly("two");
    }

    @Test
    void pages_follow_each_other_without_a_gap_where_entries_are_of_one_moment() {
        for (int i = 0; i < 5; i++) {
            entry("anna", "2026-03-01", "entry " + i);
        }
        Deed last = await(entries.deeds(EVERYTHING, 2)).getLast();

        assertThat(told(new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(last)), 10))
                .containsExactly("entry 2", "entry 1", "entry 0");
        assertThat(await(entries.at(last.position()))).contains(last);
    }

    @Test
    void what_was_done_to_a_document_says_what_it_is_and_how_people_call_it() {
        await(database.pool().query("""
                        insert into document (id, connection, partner, direction, type, legal_entity, order_number,
                          confirmation_number, invoice_number, control_number, group_number, transaction_set_number,
                          file_name, condition, stage, validity, acknowledgement, state, amount, currency, created_at,
                          changed_at, since)
                        values ('d', 'fo', 'acme', 'inbound', '810', 'usmf', 'PO-1', '', 'ACM-7', '12', '1', '0001',
                          'a.edi', 'done', 'posted', 'valid', 'none', '{}', -5, 'USD', now(), now(), now())
                        """).execute());
        entry("anna", "2026-03-01", "one");

        assertThat(await(entries.deeds(EVERYTHING, 1))).singleElement().satisfies(deed -> {
            assertThat(deed.document()).isTrue();
            assertThat(deed.type()).isEqualTo("810");
            assertThat(deed.credit()).isTrue();
            assertThat(deed.name()).isEqualTo("ACM-7");
        });
    }

    @Test
    void both_questions_are_answered_from_their_indexes() {
        entry("anna", "2026-03-01", "one");
        assertThat(plan("select 1 from journal_entry where actor <> 'daemon' order by at desc, position desc limit 5"))
                .contains("journal_entry_by_person");
        assertThat(plan("select 1 from journal_entry where actor <> 'daemon' and actor = 'anna'"
                        + " order by at desc, position desc limit 5"))
                .contains("journal_entry_of_person");
    }

    private String plan(String query) {
        StringBuilder plan = new StringBuilder();
        await(database.pool()
                        .withConnection(connection -> connection
                                .query("set enable_seqscan = off")
                                .execute()
                                .compose(ignored -> connection
                                        .query("set enable_sort = off")
                                        .execute())
                                .compose(ignored ->
                                        connection.query("explain " + query).execute())))
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        return plan.toString();
    }
}
