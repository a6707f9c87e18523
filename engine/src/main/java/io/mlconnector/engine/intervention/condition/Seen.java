package io.mlconnector.engine.intervention.condition;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Hashes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has seen of documents when he was told what an action would do. It is done only to documents that are still so: what was
 * not shown is not accepted.
 *
 * @param asOf when; of a document that was not looked at by itself, nothing may have changed since
 * @param versions of those that were looked at by themselves
 */
public record Seen(Instant asOf, Map<DocumentId, String> versions) implements Predicate<DocumentRecord> {

    private static final int LETTERS = 12;

    public Seen {
        versions = Map.copyOf(versions);
    }

    /** Of these documents. */
    public static Seen of(Instant asOf, Collection<DocumentRecord> documents) {
        return new Seen(
                asOf,
                documents.stream().collect(Collectors.toMap(DocumentRecord::id, Seen::version, (one, same) -> one)));
    }

    /** The same for all that a person decides by: attempts, comments and who looks after a document do not count. */
    static String version(DocumentRecord document) {
        String all = String.join(
                "\n",
                document.condition().word(),
                document.stage().word(),
                document.validity().word(),
                document.acknowledgement().word(),
                document.partner(),
                document.keys().toString(),
                document.content().map(hash -> hash.hex()).orElse(""),
                document.reason()
                        .map(why -> why.code() + "\n" + why.causeKey() + "\n" + why.message())
                        .orElse(""));
        return Hashes.of(all).hex().substring(0, LETTERS);
    }

    @Override
    public boolean test(DocumentRecord document) {
        String version = versions.get(document.id());
        return version == null ? !document.changedAt().isAfter(asOf) : version.equals(version(document));
    }

    /** As a form carries it. */
    public String text() {
        return Stream.concat(
                        Stream.of(asOf.toString()),
                        new TreeMap<>(versions)
                                .entrySet().stream().map(one -> one.getKey().text() + ":" + one.getValue()))
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Seen parse(String text) {
        String[] parts = text.strip().split(" +");
        try {
            Map<DocumentId, String> versions = new TreeMap<>();
            Stream.of(parts).skip(1).forEach(part -> {
                String[] one = part.split(":", 2);
                versions.put(new DocumentId(one[0]), one.length > 1 ? one[1] : "");
            });
            return new Seen(Instant.parse(parts[0]), versions);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("What was seen of the documents cannot be read", e);
        }
    }
}
