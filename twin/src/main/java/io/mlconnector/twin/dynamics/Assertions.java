package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.http.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The certificates registered for the application, and what Entra checks of a client assertion. */
final class Assertions {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final List<X509Certificate> registered = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    void register(X509Certificate certificate) {
        registered.add(certificate);
    }

    /**
     * What is wrong with an assertion.
     *
     * @param code AADSTS number
     * @param text for people
     */
    record Objection(int code, String text) {}

    /** Null if it is good. */
    @Nullable Objection check(String assertion, String clientId, String tokenUrl, Instant now) {
        String[] parts = assertion.split("\\.", -1);
        Map<String, @Nullable Object> header = parts.length == 3 ? json(parts[0]) : null;
        Map<String, @Nullable Object> claims = parts.length == 3 ? json(parts[1]) : null;
        if (header == null || claims == null) {
            return new Objection(50027, "JWT token is invalid or malformed.");
        }
        X509Certificate certificate = named(header);
        if (certificate == null || certificate.getNotAfter().toInstant().isBefore(now)) {
            return new Objection(
                    700027,
                    "The certificate with identifier used to sign the client assertion is not registered on application.");
        }
        if (!signed(certificate, String.valueOf(header.get("alg")), parts)) {
            return new Objection(700027, "Client assertion failed signature validation.");
        }
        if (!clientId.equals(claims.get("iss")) || !clientId.equals(claims.get("sub"))) {
            return new Objection(
                    700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        if (!tokenUrl.equals(claims.get("aud"))) {
            return new Objection(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        if (now.getEpochSecond() < number(claims.get("nbf")) || now.getEpochSecond() >= number(claims.get("exp"))) {
            return new Objection(700024, "Client assertion is not within its valid time range.");
        }
        return used.add(String.valueOf(claims.get("jti")))
                ? null
                : new Objection(50027, "The client assertion was used before.");
    }

    private @Nullable X509Certificate named(Map<String, @Nullable Object> header) {
        for (X509Certificate certificate : registered) {
            if (thumbprint(certificate, "SHA-256").equals(header.get("x5t#S256"))
                    || thumbprint(certificate, "SHA-1").equals(header.get("x5t"))) {
                return certificate;
            }
        }
        return null;
    }

    private static boolean signed(X509Certificate certificate, String algorithm, String[] parts) {
        try {
            Signature signature;
            if (algorithm.equals("PS256")) {
                signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            } else if (algorithm.equals("RS256")) {
                signature = Signature.getInstance("SHA256withRSA");
            } else {
                return false;
            }
            signature.initVerify(certificate.getPublicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String thumbprint(X509Certificate certificate, String algorithm) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Map<String, @Nullable Object> json(String part) {
        try {
            return Json.readObject(Buffer.buffer(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
