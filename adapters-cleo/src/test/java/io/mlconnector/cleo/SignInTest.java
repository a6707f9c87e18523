package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.RefreshTokens;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");

    /** Base32 of the key of RFC 6238. */
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final List<CleoBench> benches = new ArrayList<>();

    private CleoBench start(CleoBehaviour behaviour, Dialect dialect) {
        CleoBench bench = new CleoBench(behaviour, dialect);
        benches.add(bench);
        bench.folder("/download/acme");
        return bench;
    }

    private CleoBench start(CleoBehaviour behaviour) {
        return start(behaviour, Dialect.USUAL);
    }

    private CleoBench start() {
        return start(CleoBench.usual());
    }

    @AfterEach
    void stop() {
        benches.forEach(CleoBench::close);
    }

    private static void callTwentyTimesAtOnce(CleoBench bench) {
        List<CompletionStage<Outcome<List<FolderEntry>>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(bench.mailbox().list(ACME));
        }
        calls.forEach(call -> assertThat(done(call)).isEmpty());
    }

    @Test
    void twenty_first_calls_share_one_token() {
        CleoBench bench = start();
        callTwentyTimesAtOnce(bench);
        assertThat(bench.signIns()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p@ss&Word1", "a=b+c d%20e&f", "grün€ß\"'\\<>", " leading and trailing ", "#;:?/~!$*(){}[]|`^"})
    void a_password_with_special_characters_arrives_unchanged(String password) {
        CleoBench bench = start(CleoBench.usual().withPassword(password).withBasicAllowed(true));
        assertThat(done(bench.mailbox().list(ACME))).isEmpty();
        CleoBench basic = start(
                CleoBench.usual().withPassword(password).withBasicAllowed(true),
                CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.RAW, 10));
        assertThat(done(basic.mailbox().list(ACME))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_is_renewed_before_it_expires_again_and_again(RefreshTokens refresh) {
        CleoBench bench = start(CleoBench.usual().withRefreshTokens(refresh));
        for (int renewal = 0; renewal < 4; renewal++) {
            callTwentyTimesAtOnce(bench);
            assertThat(bench.signIns()).isEqualTo(renewal + 1);
            bench.clock.advance(Duration.ofMinutes(50));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_expired_early_is_renewed_once_for_all_calls(RefreshTokens refresh) {
        CleoBench bench = start(CleoBench.usual().withRefreshTokens(refresh));
        callTwentyTimesAtOnce(bench);
        bench.twin.cleo().revokeAccessTokens();
        callTwentyTimesAtOnce(bench);
        assertThat(bench.signIns()).isEqualTo(2);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.twin.cleo().revokeAccessTokens();
        callTwentyTimesAtOnce(bench);
        assertThat(bench.signIns()).isEqualTo(3);
    }

    @Test
    void a_refused_refresh_token_is_followed_by_the_password_once() {
        CleoBench bench = start();
        callTwentyTimesAtOnce(bench);
        bench.twin.cleo().revokeTokens();
        callTwentyTimesAtOnce(bench);
        assertThat(bench.signIns()).isEqualTo(3);
    }

    @Test
    void a_wrong_password_is_not_tried_again_before_a_pause() {
        CleoBench bench = start();
        Cleo wrong = bench.connect("Wrong-Pa55word");
        Outcome.NotNow<?> first = notNow(wrong.mailbox().list(ACME));
        assertThat(first.why().code()).isEqualTo("credentials-refused");
        assertThat(first.toString()).doesNotContain("Wrong-Pa55word");
        assertThat(first.retryAfter()).contains(Duration.ofSeconds(30));
        for (int i = 0; i < 10; i++) {
            assertThat(notNow(wrong.mailbox().list(ACME)).why().code()).isEqualTo("credentials-refused");
        }
        assertThat(bench.signIns()).isEqualTo(1);
        bench.clock.advance(Duration.ofSeconds(31));
        Outcome.NotNow<?> second = notNow(wrong.mailbox().list(ACME));
        assertThat(second.retryAfter()).contains(Duration.ofHours(1));
        assertThat(second.why().message()).contains("stopped for an hour after two refusals");
        bench.clock.advance(Duration.ofMinutes(59));
        assertThat(notNow(wrong.mailbox().list(ACME)).why().message())
                .contains("stopped for an hour after two refusals")
                .contains("Invalid username or password");
        assertThat(bench.signIns()).isEqualTo(2);
    }

    @Test
    void no_more_than_two_passwords_a_minute_are_sent_even_if_they_are_accepted() {
        CleoBench bench = start(CleoBench.usual().withRefreshTokens(RefreshTokens.NONE));
        done(bench.mailbox().list(ACME));
        bench.twin.cleo().revokeTokens();
        done(bench.mailbox().list(ACME));
        bench.twin.cleo().revokeTokens();
        Outcome.NotNow<?> third = notNow(bench.mailbox().list(ACME));
        assertThat(third.why().message()).contains("twice within a minute");
        assertThat(third.retryAfter()).contains(Duration.ofMinutes(1));
        bench.clock.advance(Duration.ofMinutes(1));
        done(bench.mailbox().list(ACME));
        assertThat(bench.signIns()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "gezd gnbv-gy3t qojq gezd gnbv gy3t qojq",
                "otpauth://totp/Cleo:svc_mlc?secret=" + KEY + "&issuer=Cleo"
            })
    void a_two_factor_code_is_sent_with_the_password_and_no_code_twice(String key) {
        CleoBench bench =
                start(CleoBench.usual().withTwoFactorKey("12345678901234567890").withRefreshTokens(RefreshTokens.NONE));
        Cleo twoFactor = bench.connect(bench.options().withTotpKey(key));
        done(twoFactor.mailbox().list(ACME));
        bench.twin.cleo().revokeTokens();
        Outcome.NotNow<?> same = notNow(twoFactor.mailbox().list(ACME));
        assertThat(same.why().message()).contains("half minute");
        assertThat(same.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(bench.signIns()).isEqualTo(1);
        bench.clock.advance(Duration.ofSeconds(30));
        done(twoFactor.mailbox().list(ACME));
    }

    @Test
    void a_renewal_by_refresh_token_needs_no_two_factor_code() {
        CleoBench bench = start(CleoBench.usual().withTwoFactorKey("12345678901234567890"));
        Cleo twoFactor = bench.connect(bench.options().withTotpKey(KEY));
        done(twoFactor.mailbox().list(ACME));
        bench.twin.cleo().revokeAccessTokens();
        done(twoFactor.mailbox().list(ACME));
        assertThat(bench.signIns()).isEqualTo(2);
    }

    @Test
    void a_two_factor_key_that_is_none_is_told_before_anything_is_sent() {
        CleoBench bench = start();
        assertThat(notNow(bench.connect(bench.options().withTotpKey("not base32!"))
                                .signIn())
                        .why()
                        .message())
                .contains("cleo.totpKey")
                .doesNotContain("not base32!");
        assertThat(bench.signIns()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Account is locked, Wait 15 minutes",
        "User locked out, Wait 15 minutes",
        "Your password has expired, credentials set",
        "Password must be changed, credentials set",
        "Login from this IP address is not permitted, address of this machine",
        "User account is disabled, switched off",
        "TOTP code required, cleo.totpKey",
        "Invalid username or password, Check username and password"
    })
    void what_cleo_says_decides_what_is_advised(String said, String advice) {
        CleoBench bench = start();
        bench.fails("POST", "/api/authentication", new Fault.Answer(401, "{\"message\":\"" + said + "\"}", Map.of()));
        assertThat(notNow(bench.cleo.signIn()).why().message()).contains(said).contains(advice);
    }

    @Test
    void a_wrong_password_never_locks_the_account_even_over_an_hour() {
        CleoBench bench = start();
        Cleo wrong = bench.connect("Wrong-Pa55word");
        for (int minute = 0; minute < 60; minute++) {
            notNow(wrong.mailbox().list(ACME));
            bench.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(done(bench.mailbox().list(ACME))).isEmpty();
    }

    @Test
    void a_wrong_password_with_basic_authentication_is_not_tried_again_before_a_pause() {
        CleoBench bench = start(
                CleoBench.usual().withBasicAllowed(true),
                CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.RAW, 10));
        Cleo wrong = bench.connect("Wrong-Pa55word");
        for (int i = 0; i < 5; i++) {
            assertThat(notNow(wrong.mailbox().list(ACME)).why().code()).isEqualTo("credentials-refused");
        }
        assertThat(bench.calls("GET", "/api/folders")).isEqualTo(1);
        bench.clock.advance(Duration.ofSeconds(31));
        notNow(wrong.mailbox().list(ACME));
        assertThat(bench.calls("GET", "/api/folders")).isEqualTo(2);
    }

    @Test
    void a_call_rejected_after_a_fresh_sign_in_is_reported() {
        CleoBench bench = start();
        bench.fails("GET", "/api/folders", new Fault.Answer(401, "", Map.of()));
        bench.fails("GET", "/api/folders", new Fault.Answer(401, "", Map.of()));
        assertThat(notNow(bench.mailbox().list(ACME)).why().code()).isEqualTo("credentials-refused");
        assertThat(bench.signIns()).isEqualTo(2);
    }

    @Test
    void a_two_factor_challenge_is_reported_as_such() {
        CleoBench bench = start();
        bench.fails(
                "POST", "/api/authentication", new Fault.Answer(401, "{\"message\":\"TOTP code required\"}", Map.of()));
        assertThat(notNow(bench.mailbox().list(ACME)).why().message()).contains("two-factor");
    }

    @Test
    void a_sign_in_that_fails_for_another_reason_costs_no_pause() {
        CleoBench bench = start();
        bench.fails("POST", "/api/authentication", new Fault.Answer(503, "<html>", Map.of()));
        bench.fails("POST", "/api/authentication", new Fault.DropAfterWork());
        bench.fails("POST", "/api/authentication", new Fault.Throttle(9));
        notNow(bench.mailbox().list(ACME));
        notNow(bench.mailbox().list(ACME));
        Outcome.NotNow<?> throttled = notNow(bench.mailbox().list(ACME));
        assertThat(throttled.why().code()).isEqualTo("throttled");
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(done(bench.mailbox().list(ACME))).isEmpty();
    }

    @Test
    void an_unreachable_tenant_is_reported() {
        CleoBench bench = start();
        Cleo nobody = bench.connect(URI.create("http://127.0.0.1:1/api"), "secret");
        assertThat(notNow(nobody.mailbox().list(ACME)).why().code()).isEqualTo("unreachable");
        assertThat(notNow(nobody.signIn()).why().code()).isEqualTo("unreachable");
    }

    @Test
    void a_base_url_without_api_is_told_as_such_and_not_as_a_wrong_password() {
        CleoBench bench = start();
        String base = bench.twin.cleoBaseUrl().replaceAll("/api$", "");
        String message =
                notNow(bench.connect(URI.create(base), "any").signIn()).why().message();
        assertThat(message).contains("try " + base + "/api").doesNotContain("password");
    }
}
