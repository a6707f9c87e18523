package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Login by password and by refresh token, with lockout after repeated failures. */
final class Logins {

    private static final int FAILURES = 5;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final CleoBehaviour behaviour;
    private final Clock clock;
    private final Ids ids;
    private final Map<String, Instant> goodUntil = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Set<String> usedCodes = new HashSet<>();
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant lockedUntil = Instant.MIN;
    private int issued;

    Logins(CleoBehaviour behaviour, Clock clock, Ids ids) {
        this.behaviour = behaviour;
        this.clock = clock;
        this.ids = ids;
    }

    void revokeAll() {
        goodUntil.clear();
        refreshTokens.clear();
    }

    void revokeAccessTokens() {
        goodUntil.clear();
    }

    boolean accepts(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            Instant until = goodUntil.get(authorization.substring(7).strip());
            return until != null && clock.instant().isBefore(until);
        }
        String expected = Base64.getEncoder()
                .encodeToString((behaviour.username() + ":" + behaviour.password()).getBytes(StandardCharsets.UTF_8));
        return behaviour.basicAllowed() && authorization.equals("Basic " + expected);
    }

    Reply login(Call call) {
        if (!call.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
            return message(415, "Unsupported media type");
        }
        Map<String, String> form = Call.options(call.body().toString(StandardCharsets.UTF_8));
        return switch (form.getOrDefault("grant_type", "")) {
            case "password" -> password(form);
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            default -> message(400, "Unsupported grant type");
        };
    }

    private Reply password(Map<String, String> form) {
        Instant now = clock.instant();
        if (now.isBefore(lockedUntil)) {
            return message(401, "Account is locked");
        }
        boolean right = form.getOrDefault("username", "").equals(behaviour.username())
                && form.getOrDefault("password", "").equals(behaviour.password());
        if (right && !behaviour.twoFactorKey().isEmpty()) {
            String code = form.getOrDefault("totpcode", "");
            if (code.isEmpty()) {
                return message(401, "TOTP code required");
            }
            right = code.equals(TwoFactor.code(behaviour.twoFactorKey(), now)) && usedCodes.add(code);
        }
        if (right) {
            failures.clear();
            return issue(true);
        }
        failures.addLast(now);
        failures.removeIf(failure -> failure.isBefore(now.minus(WITHIN)));
        if (failures.size() >= FAILURES) {
            failures.clear();
            lockedUntil = now.plus(LOCKED_FOR);
        }
        return message(401, "Invalid username or password");
    }

    private Reply refresh(String token) {
        if (!refreshTokens.contains(token)) {
            return message(401, "Invalid refresh token");
        }
        boolean rotate = behaviour.refreshTokens() == CleoBehaviour.RefreshTokens.ROTATE;
        if (rotate) {
            refreshTokens.remove(token);
        }
        return issue(rotate);
    }

    private Reply issue(boolean withRefreshToken) {
        int n = issued++;
        String token = ids.base64("cleo-token/" + n);
        goodUntil.put(token, clock.instant().plus(behaviour.tokenLifetime()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token);
        body.put("token_type", "bearer");
        body.put("expires_in", behaviour.tokenLifetime().toSeconds());
        if (withRefreshToken && behaviour.refreshTokens() != CleoBehaviour.RefreshTokens.NONE) {
            String refreshToken = ids.base64("cleo-refresh/" + n);
            refreshTokens.add(refreshToken);
            body.put("refresh_token", refreshToken);
        }
        return Reply.json(200, body);
    }

    static Reply message(int status, String text) {
        return Reply.json(status, Map.of("message", text));
    }
}
