package io.mlconnector.dynamics.internal.token;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.dynamics.options.SigningCertificate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * What stands for a client secret: a JWT that is signed with the key of a registered certificate (RFC 7523, section 2.2;
 * learn.microsoft.com, "Microsoft identity platform application authentication certificate credentials"). Entra takes PS256 and the
 * SHA-256 thumbprint; AD FS, which an environment of one's own may have, RS256 and the SHA-1 thumbprint.
 */
final class ClientAssertion {

    /** The value of {@code client_assertion_type}. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Long enough for two clocks that differ, short enough that nobody else can use it for long. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ClientAssertion() {}

    /** A new one, for one request. */
    static String of(SigningCertificate certificate, String clientId, URI tokenUrl, Instant now) {
        boolean adfs = tokenUrl.getPath().startsWith("/adfs/");
        try {
            byte[] encoded = certificate.certificate().getEncoded();
            ObjectNode header = JSON.createObjectNode().put("typ", "JWT").put("alg", adfs ? "RS256" : "PS256");
            if (adfs) {
                header.put(
                        "x5t",
                        BASE64.encodeToString(MessageDigest.getInstance("SHA-1").digest(encoded)));
            } else {
                header.put(
                        "x5t#S256",
                        BASE64.encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(encoded)));
            }
            ObjectNode claims = JSON.createObjectNode()
                    .put("aud", tokenUrl.toString())
                    .put("iss", clientId)
                    .put("sub", clientId)
                    .put("jti", UUID.randomUUID().toString())
                    .put("iat", now.getEpochSecond())
                    .put("nbf", now.minus(LIFE).getEpochSecond())
                    .put("exp", now.plus(LIFE).getEpochSecond());
            String signed = part(header) + "." + part(claims);
            Signature signature = adfs ? Signature.getInstance("SHA256withRSA") : pss();
            signature.initSign(certificate.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK signs with every RSA key that it reads", e);
        }
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }

    private static String part(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
