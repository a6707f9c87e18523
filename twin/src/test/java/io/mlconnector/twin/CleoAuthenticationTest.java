package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.RefreshTokens;
import io.mlconnector.twin.cleo.CleoBehaviour.RetryAfter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CleoAuthenticationTest extends TwinTest {

    private static final CleoBehaviour NO_LIMIT = CleoBehaviour.defaults().withRequestsPerSecond(0);

    private Twin twin(CleoBehaviour behaviour) {
        return start(TwinOptions.empty(1)
                .withCleo(behaviour)
                .withClock(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC)));
    }

    private HttpResponse<Buffer> refresh(Twin twin, String token) {
        return await(http.postAbs(twin.cleoBaseUrl() + "/authentication")
                .sendForm(MultiMap.caseInsensitiveMultiMap()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", token)));
    }

    private int folders(Twin twin) {
        return await(cleo(twin, HttpMethod.GET, "/api/folders").send()).statusCode();
    }

    @Test
    void thePasswordGrantBringsAccessAndRefreshToken() {
        Twin twin = twin(NO_LIMIT);
        JsonObject body = login(twin, NO_LIMIT.password()).bodyAsJsonObject();
        assertThat(body.getString("access_token")).hasSize(22);
        assertThat(body.getString("refresh_token")).hasSize(22);
        assertThat(body.getInteger("expires_in")).isEqualTo(3600);
        assertThat(folders(twin)).isEqualTo(200);
    }

    @Test
    void refreshTokensRotateOrStayOrAreMissing() {
        Twin rotating = twin(NO_LIMIT);
        String first = login(rotating, NO_LIMIT.password()).bodyAsJsonObject().getString("refresh_token");
        String second = refresh(rotating, first).bodyAsJsonObject().getString("refresh_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(refresh(rotating, first).statusCode()).isEqualTo(401);
        Twin keeping = twin(NO_LIMIT.withRefreshTokens(RefreshTokens.KEEP));
        String kept = login(keeping, NO_LIMIT.password()).bodyAsJsonObject().getString("refresh_token");
        assertThat(refresh(keeping, kept).bodyAsJsonObject().containsKey("refresh_token"))
                .isFalse();
        assertThat(refresh(keeping, kept).statusCode()).isEqualTo(200);
        Twin none = twin(NO_LIMIT.withRefreshTokens(RefreshTokens.NONE));
        assertThat(login(none, NO_LIMIT.password()).bodyAsJsonObject().containsKey("refresh_token"))
                .isFalse();
    }

    @Test
    void revokedTokensAreAnsweredWithAMessage() {
        Twin twin = twin(NO_LIMIT);
        assertThat(folders(twin)).isEqualTo(200);
        twin.cleo().revokeTokens();
        HttpResponse<Buffer> answer =
                await(cleo(twin, HttpMethod.GET, "/api/folders").send());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.bodyAsJsonObject().getString("message")).isEqualTo("Unauthorized");
    }

    @Test
    void fiveFailuresLockTheAccount() {
        Twin twin = twin(NO_LIMIT);
        for (int i = 0; i < 5; i++) {
            assertThat(login(twin, "wrong").bodyAsJsonObject().getString("message"))
                    .isEqualTo("Invalid username or password");
        }
        HttpResponse<Buffer> locked = login(twin, NO_LIMIT.password());
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(locked.bodyAsJsonObject().getString("message")).isEqualTo("Account is locked");
    }

    @Test
    void basicIsTakenOnlyWhereItIsAllowed() {
        Twin twin = twin(NO_LIMIT.withBasicAllowed(true));
        Twin strict = twin(NO_LIMIT);
        for (Twin each : new Twin[] {twin, strict}) {
            int status = await(http.getAbs(each.cleoBaseUrl() + "/folders")
                            .basicAuthentication(NO_LIMIT.username(), NO_LIMIT.password())
                            .send())
                    .statusCode();
            assertThat(status).isEqualTo(each == twin ? 200 : 401);
        }
    }

    @Test
    void theSixthRequestOfASecondIsOneTooMany() {
        Twin twin = twin(CleoBehaviour.defaults());
        for (int i = 0; i < 5; i++) {
            assertThat(folders(twin)).isEqualTo(200);
        }
        HttpResponse<Buffer> answer =
                await(cleo(twin, HttpMethod.GET, "/api/folders").send());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.bodyAsJsonObject().getString("message")).isEqualTo("Too many requests");
        assertThat(await(cleo(twin, HttpMethod.GET, "/api/files/none").send()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void retryAfterCanBeADateOrMissing() {
        Twin dated = twin(CleoBehaviour.defaults().withRequestsPerSecond(1).withRetryAfter(RetryAfter.DATE));
        folders(dated);
        assertThat(await(cleo(dated, HttpMethod.GET, "/api/folders").send()).getHeader("Retry-After"))
                .isEqualTo("Fri, 20 Nov 2026 10:00:01 GMT");
    }
}
