package io.mlconnector.dynamics.options;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate with its private key, read from PEM texts.
 *
 * @param certificate X.509, with an RSA key
 * @param key the private key that belongs to it; never logged
 */
public record SigningCertificate(X509Certificate certificate, PrivateKey key) {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public SigningCertificate {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Reads both.
     *
     * @param certificatePem the first certificate in it counts
     * @param keyPem PKCS#8, not encrypted
     * @throws IllegalArgumentException with a sentence for whoever wrote the configuration, without anything of the key
     */
    public static SigningCertificate read(String certificatePem, String keyPem) {
        X509Certificate certificate = certificate(certificatePem);
        PrivateKey key = key(keyPem);
        if (!(certificate.getPublicKey() instanceof RSAPublicKey open)) {
            throw new IllegalArgumentException("the certificate has a key of kind "
                    + certificate.getPublicKey().getAlgorithm() + "; Entra takes RSA");
        }
        if (!(key instanceof RSAPrivateKey own) || !own.getModulus().equals(open.getModulus())) {
            throw new IllegalArgumentException("the private key is not the one of the certificate");
        }
        return new SigningCertificate(certificate, key);
    }

    private static X509Certificate certificate(String pem) {
        int start = pem.indexOf("-----BEGIN CERTIFICATE-----");
        if (start < 0) {
            throw new IllegalArgumentException(
                    "the certificate is no PEM text: -----BEGIN CERTIFICATE----- is missing");
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(pem.substring(start).getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(String pem) {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(
                    pem.contains("ENCRYPTED")
                            ? "the private key is encrypted; decrypt it (openssl pkcs8 -in KEY -out NEW)"
                            : pem.contains("-----BEGIN RSA PRIVATE KEY-----")
                                    ? "the private key is in PKCS#1; convert it (openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW)"
                                    : "the private key is no PEM text: -----BEGIN PRIVATE KEY----- is missing");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // What it says may quote the key.
            throw new IllegalArgumentException("the private key is no RSA key in PKCS#8");
        }
    }

    /** After this time Entra does not take it any more. */
    public Instant goodUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /** Hides the key. */
    @Override
    public String toString() {
        BigInteger serial = certificate.getSerialNumber();
        return "SigningCertificate[serial number " + serial.toString(16) + "]";
    }
}
