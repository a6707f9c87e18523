package io.mlconnector.postgres.overview;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.overview.Hour;
import io.mlconnector.ports.overview.Punctuality;
import io.mlconnector.ports.overview.Standing;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresOverviewTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private PostgresOverview overview;
    private int number;

    @BeforeEach
    void open() {
        DatabaseAddress address = TestPostgres.database("overview");
        database = await(Database.open(vertx, address, () -> {}));
        overview = new PostgresOverview(database.pool());
    }

    @AfterEach
    void close() {
        await(database.close(vertx));
        await(vertx.close());
    }

    private static <T> T shown(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private void document(String direction, String condition, String created, String changed, String more) {
        await(database.pool()
                .query("insert into document (id, connection, partner, direction, type, legal_entity, order_number,"
                        + " confirmation_number, invoice_number, control_number, group_number, transaction_set_number,"
                        + " file_name, condition, stage, validity, acknowledgement, reason, state, created_at, changed_at,"
                        + " due_at" + (more.isEmpty() ? "" : ", " + more.split("=")[0]) + ") values ('d" + number++
                        + "', 'c', 'acme', '" + direction + "', '850', 'usmf', 'PO-1', '', '', '', '', '', '', '"
                        + condition + "', 'delivered', 'valid', 'none', '{}', '{}', '2026-03-02T" + created
                        + "Z', '2026-03-02T" + changed + "Z', '2026-03-03T00:00:00Z'"
                        + (more.isEmpty() ? "" : ", " + more.split("=")[1]) + ")")
                .execute());
    }

    @Test
    void what_stands_still_is_counted_with_its_money_and_what_arrived_or_is_put_off_is_not() {
        document("outbound", "done", "10:00:00", "10:00:01", "");
        document("outbound", "held", "10:00:00", "10:00:01", "amount, currency=12.50, ''");
        document("inbound", "failed", "10:00:00", "10:00:01", "amount, currency=7.50, ''");
        document("inbound", "held", "10:00:00", "10:00:01", "snoozed_until='2026-03-05T00:00:00Z'");
        document("inbound", "unknown", "10:00:00", "10:00:01", "snoozed_until='2026-03-05T00:00:00Z'");
        document("inbound", "moving", "10:00:00", "10:00:01", "");

        Standing standing = shown(overview.standing(TEN));

        assertThat(standing.in(Condition.HELD)).isEqualTo(1);
        assertThat(standing.in(Condition.UNKNOWN)).isZero();
        assertThat(standing.in(Condition.FAILED)).isEqualTo(1);
        assertThat(standing.in(Condition.MOVING)).isEqualTo(1);
        assertThat(standing.in(Condition.DONE)).isZero();
        assertThat(standing.putOff()).isEqualTo(1);
        assertThat(standing.held()).containsExactly(java.util.Map.entry("", new BigDecimal("20.00")));
    }

    @Test
    void each_hour_tells_what_arrived_in_it_and_how_long_that_took() {
        document("outbound", "done", "10:10:00", "10:10:02", "");
        document("outbound", "done", "10:50:00", "11:00:00", "");
        document("outbound", "held", "11:20:00", "11:20:01", "");
        document("inbound", "done", "11:30:00", "11:30:04", "");

        List<Hour> hours = shown(overview.hours(TEN, TEN.plus(Duration.ofHours(3))));

        assertThat(hours).extracting(Hour::start).allMatch(start -> !start.isBefore(TEN));
        assertThat(hours).hasSize(3);
        assertThat(hours.get(0).arrived()).isEqualTo(1);
        assertThat(hours.get(0).median()).contains(Duration.ofSeconds(2));
        Hour eleven = hours.stream()
                .filter(hour -> hour.outbound() && hour.start().equals(TEN.plus(Duration.ofHours(1))))
                .findFirst()
                .orElseThrow();
        assertThat(eleven.arrived()).isEqualTo(1);
        assertThat(eleven.stopped()).isEqualTo(1);
        assertThat(eleven.slow()).contains(Duration.ofMinutes(10));
    }

    @Test
    void a_document_arrives_once_whatever_is_said_of_it_later() {
        document("outbound", "moving", "10:00:00", "10:00:01", "");
        await(database.pool()
                .query("update document set condition = 'done', changed_at = '2026-03-02T10:05:00Z'")
                .execute());
        await(database.pool()
                .query("update document set condition = 'done', changed_at = '2026-03-02T12:00:00Z'")
                .execute());

        assertThat(shown(overview.hours(TEN, TEN.plus(Duration.ofHours(3)))))
                .singleElement()
                .satisfies(hour -> assertThat(hour.median()).contains(Duration.ofMinutes(5)));
    }

    @Test
    void punctuality_counts_what_was_answered_in_time_and_what_arrived_without_having_stood_still() {
        document("outbound", "done", "10:00:00", "10:00:01", "");
        document("outbound", "done", "10:00:00", "10:00:01", "");
        document("outbound", "done", "10:00:00", "10:00:01", "");
        document("inbound", "held", "10:00:00", "10:00:01", "");
        await(database.pool()
                .query(
                        "update document set acknowledgement = case id when 'd0' then 'accepted' when 'd1' then 'rejected'"
                                + " else 'overdue' end where condition = 'done'")
                .execute());
        entry("d1", "overdue");
        entry("d2", "held");
        entry("d3", "held");
        document("outbound", "discarded", "10:00:00", "10:00:01", "");
        document("outbound", "moving", "10:00:00", "10:00:01", "");

        // What stands still has not gone through at once; what nobody stopped and was never meant to be sent is not
        // judged.
        assertThat(shown(overview.punctuality("c", "acme", TEN))).isEqualTo(new Punctuality(1, 2, 4, 2, false));
        assertThat(shown(overview.punctuality("c", "acme", TEN.plus(Duration.ofHours(1)))))
                .isEqualTo(new Punctuality(0, 0, 0, 0, false));
        assertThat(shown(overview.punctuality("c", "globex", TEN))).isEqualTo(new Punctuality(0, 0, 0, 0, false));
    }

    @Test
    void of_very_many_that_arrived_the_newest_count_and_what_stands_still_since_they_began() {
        await(database.pool()
                .query("insert into document (id, connection, partner, direction, type, legal_entity, order_number,"
                        + " confirmation_number, invoice_number, control_number, group_number, transaction_set_number, file_name,"
                        + " condition, stage, validity, acknowledgement, state, created_at, changed_at, arrived_at)"
                        + " select 'm' || n, 'c', 'acme', 'outbound', '850', '', '', '', '', '', '', '', '', 'done', 'delivered',"
                        + " 'valid', 'accepted', '{}', '2026-03-02T10:00:00Z'::timestamptz + n * interval '1 second',"
                        + " '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'::timestamptz + n * interval '1 second'"
                        + " from generate_series(1, 2500) n")
                .execute());

        Punctuality punctuality = shown(overview.punctuality("c", "acme", TEN));
        assertThat(punctuality.cut()).isTrue();
        assertThat(punctuality.judged()).isEqualTo(Punctuality.MOST);
        assertThat(punctuality.answeredInTime()).isEqualTo(Punctuality.MOST);
    }

    private void entry(String owner, String event) {
        await(database.pool()
                .query(
                        "insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash) values ('"
                                + owner + "', 1, '2026-03-02T10:00:00Z', 'daemon', '" + event + "', '', '{}', '{}', '"
                                + "0".repeat(64) + "')")
                .execute());
    }
}
