package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

    private final DynamicsBench bench = new DynamicsBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private CompletionStage<Outcome<List<Confirmation>>> call(Dynamics dynamics) {
        return dynamics.purchaseOrders().confirmationsOf(Trade.USMF, "PO-1");
    }

    private void callTwentyTimesAtOnce() {
        List<CompletionStage<Outcome<List<Confirmation>>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(call(bench.dynamics));
        }
        calls.forEach(stage -> assertThat(done(stage)).isEmpty());
    }

    @Test
    void twenty_first_calls_share_one_token() {
        callTwentyTimesAtOnce();
        assertThat(bench.tokensFetched()).isEqualTo(1);
        callTwentyTimesAtOnce();
        assertThat(bench.tokensFetched()).isEqualTo(1);
    }

    @Test
    void a_token_is_renewed_before_it_expires() {
        callTwentyTimesAtOnce();
        String first = bench.dynamics.tokenInUse().orElseThrow().value();
        bench.clock.advance(Duration.ofSeconds(3_200));
        callTwentyTimesAtOnce();
        assertThat(bench.tokensFetched()).isEqualTo(1);
        bench.clock.advance(Duration.ofSeconds(150));
        callTwentyTimesAtOnce();
        assertThat(bench.tokensFetched()).isEqualTo(2);
        assertThat(bench.dynamics.tokenInUse().orElseThrow().value()).isNotEqualTo(first);
    }

    @Test
    void a_token_that_expired_early_is_renewed_once_for_all_calls() {
        callTwentyTimesAtOnce();
        bench.twin.dynamics().revokeTokens();
        callTwentyTimesAtOnce();
        assertThat(bench.tokensFetched()).isEqualTo(2);
    }

    @Test
    void missing_permissions_are_reported_after_one_renewal() {
        for (int i = 0; i < 2; i++) {
            bench.fails("GET", "/data/", new Fault.Answer(401, "", Map.of()));
        }
        Outcome.NotNow<?> outcome = notNow(call(bench.dynamics));
        assertThat(outcome.why().code()).isEqualTo("credentials-refused");
        assertThat(bench.tokensFetched()).isEqualTo(2);
        assertThat(bench.twin.faults().pending()).isZero();
    }

    @Test
    void the_v1_endpoint_issues_tokens_too() {
        URI v1 = URI.create(bench.twin.tokenUrl().replace("/v2.0", ""));
        Dynamics dynamics =
                bench.connect(bench.options(v1, bench.twin.options().dynamics().clientSecret()));
        assertThat(done(call(dynamics))).isEmpty();
        bench.clock.advance(Duration.ofSeconds(3_200));
        assertThat(done(call(dynamics))).isEmpty();
        assertThat(bench.calls("POST", "/oauth2/token")).isEqualTo(1);
    }

    @Test
    void a_wrong_secret_is_reported_without_the_secret() {
        Dynamics dynamics =
                bench.connect(bench.options(URI.create(bench.twin.tokenUrl()), "quite-wrong+secret/with=signs"));
        Outcome.NotNow<?> outcome = notNow(call(dynamics));
        assertThat(outcome.why().code()).isEqualTo("credentials-refused");
        assertThat(outcome.why().message()).contains("AADSTS7000215");
        assertThat(outcome.toString()).doesNotContain("quite-wrong");
        assertThat(dynamics.tokenInUse()).isEmpty();
        assertThat(bench.calls("GET", "")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "AADSTS90002, tenantId",
        "AADSTS700016, clientId",
        "AADSTS7000215, 'not its id'",
        "AADSTS7000222, expired",
        "AADSTS500011, environmentUrl",
        "AADSTS700027, dynamics.certificate",
        "AADSTS700024, clock",
        "AADSTS70011, environmentUrl",
        "AADSTS53003, Conditional Access",
        "AADSTS50034, tenantId",
        "AADSTS65001, consent",
        "AADSTS7000218, privateKey"
    })
    void each_code_of_entra_has_its_own_sentence_with_the_key_to_change(String code, String words) {
        bench.fails(
                "POST",
                "/",
                new Fault.Answer(
                        400,
                        "{\"error\": \"invalid_request\", \"error_description\": \"" + code + ": Something.\"}",
                        Map.of("Content-Type", "application/json")));
        assertThat(notNow(bench.dynamics.signIn()).why().message()).contains("(" + code + ")", words);
    }

    @Test
    void an_unknown_tenant_is_reported() {
        Dynamics dynamics = bench.connect(
                bench.options(URI.create(bench.twin.environmentUrl() + "/nobody/oauth2/v2.0/token"), "secret"));
        assertThat(notNow(dynamics.signIn()).why().message()).contains("AADSTS90002");
    }

    @Test
    void a_secret_with_special_characters_arrives_unchanged() {
        String secret = "~8Q+&=%/ ü";
        try (DynamicsBench other = new DynamicsBench(io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.defaults()
                .withClientSecret(secret))) {
            assertThat(done(other.dynamics.signIn()).toString()).doesNotContain("twin.");
        }
    }

    @Test
    void a_failing_token_endpoint_does_not_mean_that_the_secret_is_wrong() {
        bench.fails("POST", "/", new Fault.Answer(503, "<html>busy</html>", Map.of("Content-Type", "text/html")));
        bench.fails("POST", "/", new Fault.DropAfterWork());
        bench.fails("POST", "/", new Fault.Answer(200, "<html>portal</html>", Map.of("Content-Type", "text/html")));
        assertThat(notNow(call(bench.dynamics)).why().code()).isEqualTo("unreachable");
        assertThat(notNow(call(bench.dynamics)).why().code()).isEqualTo("unreachable");
        assertThat(notNow(call(bench.dynamics)).why().code()).isEqualTo("unreachable");
        assertThat(done(call(bench.dynamics))).isEmpty();
    }

    @Test
    void a_throttled_token_endpoint_is_not_called_for_a_while() {
        bench.fails("POST", "/", new Fault.Answer(429, "", Map.of("Retry-After", "17")));
        bench.fails("POST", "/", new Fault.Answer(429, "", Map.of()));
        assertThat(notNow(call(bench.dynamics)).retryAfter()).contains(Duration.ofSeconds(17));
        assertThat(notNow(call(bench.dynamics)).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_token_endpoint_that_is_away_says_when_it_will_be_back() {
        bench.fails("POST", "/", new Fault.Answer(503, "", Map.of("Retry-After", "40")));
        Outcome.NotNow<?> outcome = notNow(call(bench.dynamics));
        assertThat(outcome.why().code()).isEqualTo("unreachable");
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(40));
    }

    @Test
    void an_answer_of_the_token_endpoint_that_has_no_end_is_cut_off_and_the_next_one_is_read() {
        bench.fails("POST", "/", new Fault.EndlessAnswer());
        Outcome.NotNow<?> outcome = notNow(call(bench.dynamics));
        assertThat(outcome.why().code()).isEqualTo("unreachable");
        assertThat(outcome.why().message()).contains("262144");
        assertThat(done(call(bench.dynamics))).isEmpty();
    }

    @Test
    void an_answer_of_the_token_endpoint_that_drips_is_cut_off_when_its_time_is_over() {
        bench.fails("POST", "/", new Fault.DrippingAnswer(Duration.ofMillis(50)));
        Dynamics dynamics = bench.connect(bench.optionsWithin(Duration.ofMillis(400)));
        Outcome.NotNow<?> outcome = notNow(call(dynamics));
        assertThat(outcome.why().code()).isEqualTo("unreachable");
        assertThat(done(call(dynamics))).isEmpty();
    }

    @Test
    void an_unreachable_token_endpoint_is_reported() {
        Dynamics dynamics =
                bench.connect(bench.options(URI.create("http://127.0.0.1:1/t/oauth2/v2.0/token"), "secret"));
        assertThat(notNow(call(dynamics)).why().code()).isEqualTo("unreachable");
    }

    @Test
    void nothing_is_sent_before_the_first_call() {
        assertThat(bench.dynamics.tokenInUse()).isEmpty();
        assertThat(bench.twin.record().calls()).isEmpty();
        assertThat(await(bench.dynamics.signIn())).isInstanceOf(Outcome.Done.class);
    }
}
