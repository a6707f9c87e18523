package io.mlconnector.postgres.request;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.request.RequestKeys.Begun;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestKeysTest {

    private static final Instant MORNING = Instant.parse("2026-03-10T08:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private Instant now = MORNING;
    private Database database;
    private RequestKeys keys;

    @BeforeEach
    void open() {
        database = await(Database.open(vertx, TestPostgres.database("keys"), () -> {}));
        keys = new RequestKeys(database.pool(), () -> now);
    }

    @AfterEach
    void close() {
        await(database.close(vertx));
        await(vertx.close());
    }

    @Test
    void a_request_is_carried_out_once_and_answered_the_same_when_it_comes_again() {
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.First());
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.UnderWay(MORNING));
        await(keys.answered("anna", "k1", 201, "{\"done\":true}"));
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.Again(201, "{\"done\":true}"));
    }

    @Test
    void a_key_of_another_request_is_told_and_one_of_another_operator_is_another_key() {
        await(keys.begin("anna", "k1", "release"));
        assertThat(await(keys.begin("anna", "k1", "discard"))).isEqualTo(new Begun.Other());
        assertThat(await(keys.begin("bert", "k1", "discard"))).isEqualTo(new Begun.First());
    }

    @Test
    void what_did_nothing_may_come_again_and_what_was_answered_stays() {
        await(keys.begin("anna", "k1", "release"));
        await(keys.givenUp("anna", "k1"));
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.First());
        await(keys.answered("anna", "k1", 200, "{}"));
        await(keys.givenUp("anna", "k1"));
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.Again(200, "{}"));
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        await(keys.begin("anna", "k1", "release"));
        await(keys.answered("anna", "k1", 200, "{}"));
        now = MORNING.plus(RequestKeys.KEPT);
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.Again(200, "{}"));
        now = now.plus(Duration.ofMillis(1));
        assertThat(await(keys.begin("anna", "k1", "release"))).isEqualTo(new Begun.First());
    }
}
