package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.Reply;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entra: issues tokens for the client-credentials grant, in the ways of both endpoint versions. */
final class Tokens {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final DynamicsBehaviour behaviour;
    private final Clock clock;
    private final Ids ids;
    private final Assertions assertions = new Assertions();
    private final Map<String, Instant> goodUntil = new HashMap<>();
    private int issued;
    private int refused;

    Tokens(DynamicsBehaviour behaviour, Clock clock, Ids ids) {
        this.behaviour = behaviour;
        this.clock = clock;
        this.ids = ids;
    }

    void register(X509Certificate certificate) {
        assertions.register(certificate);
    }

    void revokeAll() {
        goodUntil.clear();
    }

    boolean accepts(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        Instant until = goodUntil.get(authorization.substring(7).strip());
        return until != null && clock.instant().isBefore(until);
    }

    /** Answers {@code /{tenant}/oauth2/token} and {@code /{tenant}/oauth2/v2.0/token}; null for any other path. */
    @Nullable Reply answer(Call call) {
        List<String> path = List.of(call.path().substring(1).split("/"));
        boolean v1 = path.size() == 3 && path.subList(1, 3).equals(List.of("oauth2", "token"));
        boolean v2 = path.size() == 4 && path.subList(1, 4).equals(List.of("oauth2", "v2.0", "token"));
        if ((!v1 && !v2) || !call.method().equals("POST")) {
            return null;
        }
        Map<String, String> form = Call.options(call.body().toString(StandardCharsets.UTF_8));
        Reply refusal = check(path.getFirst(), form, call, v1);
        return refusal != null ? refusal : issue(form, call, v1);
    }

    private @Nullable Reply check(String tenant, Map<String, String> form, Call call, boolean v1) {
        String secret = form.getOrDefault("client_secret", "");
        String client = form.getOrDefault("client_id", "");
        if (!tenant.equalsIgnoreCase(behaviour.tenantId())) {
            return refuse(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return refuse(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        if (!client.equalsIgnoreCase(behaviour.clientId())) {
            return refuse(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + client + "' was not found in the directory.");
        }
        if (form.getOrDefault("client_assertion_type", "").equals(Assertions.TYPE)) {
            Assertions.Objection objection = assertions.check(
                    form.getOrDefault("client_assertion", ""), client, call.origin() + call.rawPath(), clock.instant());
            if (objection != null) {
                return refuse(401, "invalid_client", objection.code(), objection.text());
            }
            return v1 ? checkResource(form.getOrDefault("resource", ""), call) : checkScope(form, call);
        }
        if (secret.isEmpty()) {
            return refuse(
                    401,
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!secret.equals(behaviour.clientSecret())) {
            return refuse(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        return v1 ? checkResource(form.getOrDefault("resource", ""), call) : checkScope(form, call);
    }

    private @Nullable Reply checkScope(Map<String, String> form, Call call) {
        String scope = form.getOrDefault("scope", "");
        if (!scope.endsWith("/.default")) {
            return refuse(400, "invalid_scope", 70011, "The provided value for scope '" + scope + "' is not valid.");
        }
        return checkResource(scope.substring(0, scope.length() - "/.default".length()), call);
    }

    private @Nullable Reply checkResource(String resource, Call call) {
        String environment = call.origin();
        if (resource.equals(environment)) {
            return null;
        }
        String tidied = resource.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        if (tidied.equals(environment)) {
            return refuse(
                    400,
                    "invalid_grant",
                    65001,
                    "The user or administrator has not consented to use the " + "application for resource '" + resource
                            + "'.");
        }
        return refuse(
                400,
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant.");
    }

    private Reply issue(Map<String, String> form, Call call, boolean v1) {
        String token = "twin." + ids.base64("dynamics-token/" + issued) + "." + ids.base64("signature/" + issued);
        issued++;
        Instant now = clock.instant();
        long seconds = behaviour.tokenLifetime().toSeconds();
        goodUntil.put(token, now.plus(behaviour.tokenLifetime()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        if (v1) {
            body.put("expires_in", String.valueOf(seconds));
            body.put("ext_expires_in", String.valueOf(seconds));
            body.put("expires_on", String.valueOf(now.getEpochSecond() + seconds));
            body.put("not_before", String.valueOf(now.getEpochSecond() - 300));
            body.put("resource", form.getOrDefault("resource", call.origin()));
        } else {
            body.put("expires_in", seconds);
            body.put("ext_expires_in", seconds);
        }
        body.put("access_token", token);
        return Reply.json(200, body).with("Cache-Control", "no-store, no-cache");
    }

    private Reply refuse(int status, String error, int code, String text) {
        String trace = ids.guid("trace/" + refused).toLowerCase(Locale.ROOT);
        String correlation = ids.guid("correlation/" + refused).toLowerCase(Locale.ROOT);
        refused++;
        String stamp = STAMP.format(clock.instant());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + code + ": " + text + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation
                        + "\r\nTimestamp: " + stamp);
        body.put("error_codes", List.of(code));
        body.put("timestamp", stamp);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
        return Reply.json(status, body);
    }
}
