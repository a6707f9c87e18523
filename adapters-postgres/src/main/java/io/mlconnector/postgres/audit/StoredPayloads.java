package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.audit.Finding.Kind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.InflaterInputStream;

/** Checks that stored bytes match their hash, and that every payload that the history refers to exists. */
final class StoredPayloads {

    /** Small, because a payload may have megabytes. */
    private static final int PAGE = 4;

    private StoredPayloads() {}

    /** Checks all of them; returns how many there are. */
    static Future<Long> verify(Snapshot snapshot, Consumer<Finding> findings) {
        long[] count = {0};
        return snapshot.pages("select hash, size, deflated from payload order by hash", Tuple.tuple(), PAGE, page -> {
                    for (Row row : page) {
                        count[0]++;
                        wrong(row).ifPresent(findings);
                    }
                })
                .compose(ignored -> missing(snapshot, findings))
                .map(ignored -> count[0]);
    }

    private static Optional<Finding> wrong(Row row) {
        String hash = String.valueOf(row.getString("hash"));
        Buffer deflated = row.getBuffer("deflated");
        Long size = row.getLong("size");
        if (deflated == null || size == null) {
            return Optional.of(finding("Payload " + hash + " is empty."));
        }
        try (InputStream bytes = new InflaterInputStream(new ByteArrayInputStream(deflated.getBytes()))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[8192];
            long length = 0;
            for (int count = bytes.read(part); count >= 0; count = bytes.read(part)) {
                digest.update(part, 0, count);
                length += count;
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(hash)) {
                return Optional.of(finding("Payload " + hash + " was changed: its bytes have the hash " + found + "."));
            }
            return length == size
                    ? Optional.empty()
                    : Optional.of(finding("Payload " + hash + ": its size was changed to " + size + ", it has " + length
                            + " bytes."));
        } catch (IOException e) {
            return Optional.of(finding(
                    "Payload " + hash + " was changed: its bytes cannot be unpacked (" + e.getMessage() + ")."));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Finding finding(String message) {
        return new Finding(Kind.PAYLOAD, 0, "", 0, message);
    }

    private static Future<Void> missing(Snapshot snapshot, Consumer<Finding> findings) {
        return snapshot.pages(
                """
                select e.position, e.owner, e.number, p.hash
                from journal_entry e cross join lateral unnest(e.payloads) as p (hash)
                where not exists (select 1 from payload s where s.hash = p.hash)
                order by e.position
                """,
                Tuple.tuple(),
                500,
                page -> page.forEach(row -> {
                    long number = row.getLong("number");
                    findings.accept(new Finding(
                            Kind.PAYLOAD,
                            row.getLong("position"),
                            row.getString("owner"),
                            number,
                            "Entry " + number + " of " + row.getString("owner") + " (position "
                                    + row.getLong("position") + ") names payload " + row.getString("hash")
                                    + ", which is missing."));
                }));
    }
}
