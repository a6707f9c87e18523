package io.mlconnector.cleo.options;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Connection settings of one Cleo tenant.
 *
 * @param baseUrl scheme, host, port and path, usually ending in {@code /api}; a trailing slash is dropped
 * @param username service account
 * @param password its password; never logged
 * @param totpKey its shared key for two-factor codes (RFC 6238, SHA-1, 6 digits, 30 seconds) in Base32, or the whole
 *     {@code otpauth:} address; empty where two-factor is off; never logged
 * @param dialect tenant-specific variations of the API
 * @param network the way to it
 * @param requestTimeout total timeout of a request
 * @param uploadTimeout total timeout of an upload or download
 * @param mostBytes maximum file size in bytes; larger files are not fetched
 * @param mostEntries maximum number of files and folders of one folder; of more none are told, because a listing is whole or a
 *     failure
 */
public record CleoOptions(
        URI baseUrl,
        String username,
        String password,
        Optional<String> totpKey,
        Dialect dialect,
        Network network,
        Duration requestTimeout,
        Duration uploadTimeout,
        long mostBytes,
        int mostEntries) {

    /** Files and folders of one folder. */
    public static final int USUAL_MOST_ENTRIES = 100_000;

    /** 50 MiB. */
    public static final int USUAL_MOST_BYTES = 50 * 1024 * 1024;

    /** For a request. */
    public static final Duration USUAL_REQUEST_TIMEOUT = Duration.ofMinutes(1);

    /** For a file. */
    public static final Duration USUAL_UPLOAD_TIMEOUT = Duration.ofMinutes(5);

    public CleoOptions {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(totpKey, "totpKey");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
        Objects.requireNonNull(uploadTimeout, "uploadTimeout");
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    /** With the usual limits: one minute for requests, five for files of up to 50 MiB. */
    public static CleoOptions withUsualLimits(URI baseUrl, String username, String password, Dialect dialect) {
        return new CleoOptions(
                baseUrl,
                username,
                password,
                Optional.empty(),
                dialect,
                Network.USUAL,
                USUAL_REQUEST_TIMEOUT,
                USUAL_UPLOAD_TIMEOUT,
                USUAL_MOST_BYTES,
                USUAL_MOST_ENTRIES);
    }

    /** The same with other limits. */
    public CleoOptions withLimits(Duration request, Duration upload, long bytes, int entries) {
        return new CleoOptions(baseUrl, username, password, totpKey, dialect, network, request, upload, bytes, entries);
    }

    /** The same with another largest folder. */
    public CleoOptions withLargestFolder(int entries) {
        return withLimits(requestTimeout, uploadTimeout, mostBytes, entries);
    }

    /** The same with two-factor codes. */
    public CleoOptions withTotpKey(String key) {
        return new CleoOptions(
                baseUrl,
                username,
                password,
                Optional.of(key),
                dialect,
                network,
                requestTimeout,
                uploadTimeout,
                mostBytes,
                mostEntries);
    }

    /** The same way and limits to another address, without user and password. */
    public CleoOptions at(URI address) {
        return new CleoOptions(
                address,
                "",
                "",
                Optional.empty(),
                dialect,
                network,
                requestTimeout,
                uploadTimeout,
                mostBytes,
                mostEntries);
    }

    /** The same on another way. */
    public CleoOptions over(Network way) {
        return new CleoOptions(
                baseUrl,
                username,
                password,
                totpKey,
                dialect,
                way,
                requestTimeout,
                uploadTimeout,
                mostBytes,
                mostEntries);
    }

    /** Hides password and key. */
    @Override
    public String toString() {
        return "CleoOptions[" + baseUrl + ", username=" + username + "]";
    }
}
