package io.mlconnector.cleo.options;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Connection settings of one Cleo tenant.
 *
 * @param baseUrl scheme, host, port and path, usually ending in {@code /api}; a trailing slash is dropped
 * @param username service account
 * @param password its password; never logged
 * @param dialect tenant-specific variations of the API
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
        Dialect dialect,
        Duration requestTimeout,
        Duration uploadTimeout,
        long mostBytes,
        int mostEntries) {

    /** Files and folders of one folder. */
    public static final int USUAL_MOST_ENTRIES = 100_000;

    /** 50 MiB. */
    public static final int USUAL_MOST_BYTES = 50 * 1024 * 1024;

    public CleoOptions {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
        Objects.requireNonNull(uploadTimeout, "uploadTimeout");
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    /** With the usual limits: one minute for requests, five for files of up to 50 MiB. */
    public static CleoOptions withUsualLimits(URI baseUrl, String username, String password, Dialect dialect) {
        return new CleoOptions(
                baseUrl, username, password, dialect, Duration.ofMinutes(1), Duration.ofMinutes(5), USUAL_MOST_BYTES, USUAL_MOST_ENTRIES);
    }

    /** The same with another largest file. */
    public CleoOptions withLargestFile(long bytes) {
        return new CleoOptions(
                baseUrl, username, password, dialect, requestTimeout, uploadTimeout, bytes, mostEntries);
    }

    /** The same with another largest folder. */
    public CleoOptions withLargestFolder(int entries) {
        return new CleoOptions(
                baseUrl, username, password, dialect, requestTimeout, uploadTimeout, mostBytes, entries);
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "CleoOptions[" + baseUrl + ", username=" + username + "]";
    }
}
