package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenEndpointTest extends TwinTest {

    @Test
    void aTokenOfTheSecondVersionCarriesNumbers() {
        Twin twin = start(TwinOptions.empty(1));
        JsonObject body = token(twin, goodForm(twin)).bodyAsJsonObject();
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.getValue("expires_in")).isEqualTo(3599);
        assertThat(body.getString("access_token")).isNotBlank();
    }

    @Test
    void aTokenOfTheFirstVersionCarriesStrings() {
        Twin twin = start(TwinOptions.empty(1));
        MultiMap form =
                MultiMap.caseInsensitiveMultiMap().addAll(goodForm(twin)).add("resource", twin.environmentUrl());
        JsonObject body = await(
                        http.postAbs(twin.tokenUrl().replace("/v2.0", "")).sendForm(form))
                .bodyAsJsonObject();
        assertThat(body.getValue("expires_in")).isEqualTo("3599");
        assertThat(body.getString("resource")).isEqualTo(twin.environmentUrl());
    }

    @Test
    void eachMistakeHasItsOwnError() {
        Twin twin = start(TwinOptions.empty(1));
        assertRefused(twin, "client_secret", "wrong", 401, "invalid_client", 7000215);
        assertRefused(twin, "client_secret", "", 401, "invalid_client", 7000218);
        assertRefused(twin, "client_id", "nobody", 400, "unauthorized_client", 700016);
        assertRefused(twin, "scope", "openid", 400, "invalid_scope", 70011);
        assertRefused(twin, "scope", "https://other.example/.default", 400, "invalid_resource", 500011);
        assertRefused(twin, "scope", twin.environmentUrl() + "//.default", 400, "invalid_grant", 65001);
        HttpResponse<Buffer> tenant = await(http.postAbs(twin.environmentUrl() + "/nowhere/oauth2/v2.0/token")
                .sendForm(MultiMap.caseInsensitiveMultiMap().addAll(goodForm(twin))));
        assertThat(tenant.bodyAsJsonObject().getJsonArray("error_codes")).isEqualTo(JsonArray.of(90002));
    }

    private void assertRefused(Twin twin, String field, String value, int status, String error, int code) {
        Map<String, String> form = new HashMap<>(goodForm(twin));
        form.put(field, value);
        HttpResponse<Buffer> answer = token(twin, form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.bodyAsJsonObject().getString("error")).isEqualTo(error);
        assertThat(answer.bodyAsJsonObject().getJsonArray("error_codes")).isEqualTo(JsonArray.of(code));
        assertThat(answer.bodyAsJsonObject().getString("error_description")).startsWith("AADSTS" + code + ": ");
    }

    @Test
    void withoutAGoodTokenThereIsNoData() {
        Twin twin = start(TwinOptions.empty(1)
                .withDynamics(DynamicsBehaviour.defaults().withTokenLifetime(Duration.ofMillis(1))));
        HttpResponse<Buffer> none =
                await(http.getAbs(twin.environmentUrl() + "/data/VendorsV2").send());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.getHeader("WWW-Authenticate")).startsWith("Bearer authorization_uri=");
        assertThat(none.body()).isNull();
        String old = token(twin, goodForm(twin)).bodyAsJsonObject().getString("access_token");
        long issued = System.nanoTime();
        until(() -> System.nanoTime() - issued > 5_000_000);
        assertThat(await(http.getAbs(twin.environmentUrl() + "/data/VendorsV2")
                                .bearerTokenAuthentication(old)
                                .send())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void revokedTokensAreRefused() {
        Twin twin = start(TwinOptions.empty(1));
        assertThat(get(twin, "VendorsV2").statusCode()).isEqualTo(200);
        twin.dynamics().revokeTokens();
        assertThat(await(data(twin, HttpMethod.GET, "VendorsV2").send()).statusCode())
                .isEqualTo(401);
    }
}
