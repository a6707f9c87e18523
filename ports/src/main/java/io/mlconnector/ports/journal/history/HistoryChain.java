package io.mlconnector.ports.journal.history;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Chains the entries of a document's history: each hash covers the entry and the hash before it, so that changing,
 * removing or inserting an entry breaks every hash that follows.
 */
public final class HistoryChain {

    /** What stands before the first entry. */
    public static final String START = "0".repeat(64);

    private HistoryChain() {}

    /**
     * The hash of an entry.
     *
     * @param previousHash hash of the entry before, or {@link #START}
     * @param owner document or file
     * @param number place in the history, first = 1
     * @param entry what happened; its time counts to the microsecond, which is what a database keeps
     * @return 64 hexadecimal digits
     */
    public static String link(String previousHash, DocumentId owner, long number, HistoryEntry entry) {
        return hash(
                previousHash,
                new StoredEntry(
                        0,
                        owner.text(),
                        number,
                        entry.at(),
                        entry.actor(),
                        entry.event(),
                        entry.message(),
                        entry.details(),
                        entry.payloads().stream().map(ContentHash::hex).toList(),
                        "",
                        ""));
    }

    /**
     * The hash that a stored entry should have.
     *
     * @param previousHash hash of the owner's entry before, or {@link #START}
     * @param entry as stored; its own hash, position and link are not looked at
     * @return 64 hexadecimal digits
     */
    public static String hash(String previousHash, StoredEntry entry) {
        StringBuilder text = new StringBuilder();
        part(text, previousHash);
        part(text, entry.owner());
        part(text, Long.toString(entry.number()));
        part(text, entry.at().truncatedTo(ChronoUnit.MICROS).toString());
        part(text, entry.actor());
        part(text, entry.event());
        part(text, entry.message());
        part(text, Integer.toString(entry.details().size()));
        for (Map.Entry<String, String> detail : new TreeMap<>(entry.details()).entrySet()) {
            part(text, detail.getKey());
            part(text, detail.getValue());
        }
        for (String payload : entry.payloads()) {
            part(text, payload);
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * Looks for the first entry that does not fit.
     *
     * @param owner document or file
     * @param history all its entries
     * @return the place at which the chain breaks; empty if it is whole
     */
    public static OptionalLong firstBroken(DocumentId owner, List<RecordedEntry> history) {
        String previous = START;
        long number = 0;
        for (RecordedEntry recorded : history) {
            number++;
            if (recorded.number() != number
                    || !recorded.hash().equals(link(previous, owner, number, recorded.entry()))) {
                return OptionalLong.of(number);
            }
            previous = recorded.hash();
        }
        return OptionalLong.empty();
    }

    /** Each part behind its length, so that no two histories give one text. */
    private static void part(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part).append('\n');
    }
}
