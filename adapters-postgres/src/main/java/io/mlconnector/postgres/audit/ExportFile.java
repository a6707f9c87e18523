package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.audit.Finding.Kind;
import io.mlconnector.ports.audit.HistoryVerification;
import io.mlconnector.ports.audit.Predecessor;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.StoredEntry;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an export without any database. Reads line by line; of each document or file it remembers the last hash only.
 * Payloads are not part of an export.
 */
public final class ExportFile {

    private final BufferedReader lines;
    private final Consumer<Finding> findings;
    private final Map<String, Predecessor> lastOf = new HashMap<>();

    /** Owners whose last entry is bad: whether the next one names the right hash before it says nothing new. */
    private final Set<String> broken = new HashSet<>();

    private long bad;
    private long lineNumber;

    /**
     * An export that is to be verified.
     *
     * @param lines the text; closed by the caller
     * @param findings receives every deviation
     */
    public ExportFile(BufferedReader lines, Consumer<Finding> findings) {
        this.lines = lines;
        this.findings = findings;
    }

    /**
     * Verifies it. Blocks.
     *
     * @param noted a head recorded earlier, which the history must contain
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no export, or a part that does not lead through the noted head
     */
    public AuditResult verify(Optional<Head> noted) throws IOException {
        String first = lines.readLine();
        lineNumber = 1;
        JsonObject begin;
        try {
            begin = first == null ? new JsonObject() : new JsonObject(first);
        } catch (DecodeException e) {
            begin = new JsonObject();
        }
        if (!ExportLines.FORMAT.equals(begin.getValue("format"))) {
            throw new IllegalArgumentException("This is no export of the history: its first line does not say \""
                    + ExportLines.FORMAT + "\". Write one with: ml-connector audit export");
        }
        boolean alone = begin.getValue("document") != null;
        if (alone && noted.isPresent()) {
            throw new IllegalArgumentException(
                    "The export of one document cannot prove a head over all. Export without --document.");
        }
        return alone
                ? verify(HistoryVerification.ofOne(), from(begin) - 1, true)
                : begin.getValue("after") == null ? withoutBeginning(begin, noted) : verify(begin, noted);
    }

    private AuditResult verify(JsonObject begin, Optional<Head> noted) throws IOException {
        Head after = Head.parse(String.valueOf(begin.getValue("after")));
        return verify(HistoryVerification.after(after, noted), after.position(), false);
    }

    private static long from(JsonObject begin) {
        Long from = number(begin, "from");
        return from == null ? 1 : from;
    }

    /** The entry before the first one was missing already when it was exported. */
    private AuditResult withoutBeginning(JsonObject begin, Optional<Head> noted) throws IOException {
        long from = from(begin);
        tell(new Finding(Kind.MISSING, from - 1, "", 0, "Position " + (from - 1) + ", before the first, is missing."));
        // One lower, so that the first entry follows a gap and its link is accepted as given.
        return verify(HistoryVerification.after(new Head(from - 2, Head.START.link()), noted), from - 1, false);
    }

    private AuditResult verify(HistoryVerification verification, long after, boolean alone) throws IOException {
        Optional<JsonObject> end = Optional.empty();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            if (end.isPresent()) {
                tell(Kind.INSERTED, "Line " + lineNumber + " stands behind the last line.");
                break;
            }
            Optional<JsonObject> json = json(line);
            if (json.isPresent() && json.get().containsKey("head")) {
                end = json;
            } else if (json.isPresent()) {
                String previous = text(json.get(), "previous");
                entry(json.get()).ifPresent(entry -> look(verification, entry, previous, after));
            }
        }
        Optional<Head> head = end.flatMap(ExportFile::head);
        verification.end(head).forEach(this::tell);
        if (end.isEmpty()) {
            tell(
                    Kind.MISSING,
                    "The last line, with the head, is missing: the file was cut behind line " + lineNumber + ".");
        } else if (!Long.valueOf(verification.entries()).equals(number(end.get(), "count"))) {
            tell(
                    Kind.MISSING,
                    "The last line counts " + end.get().getValue("count") + " entries, there are "
                            + verification.entries() + ".");
        }
        return new AuditResult(verification.entries(), Optional.empty(), alone ? Optional.empty() : head, bad);
    }

    private void look(HistoryVerification verification, StoredEntry entry, String previous, long after) {
        Optional<Predecessor> last =
                Optional.ofNullable(lastOf.put(entry.owner(), new Predecessor(entry.number(), entry.hash())));
        // Of a document that began before this part, the line itself says what stood before.
        Optional<Predecessor> before = last.or(() -> after > 0 && entry.number() > 1
                ? Optional.of(new Predecessor(entry.number() - 1, previous))
                : Optional.empty());
        List<Finding> found = verification.next(entry, before);
        found.forEach(this::tell);
        boolean followed = broken.remove(entry.owner());
        if (!found.isEmpty()) {
            broken.add(entry.owner());
        } else if (!followed && !previous.equals(before.map(Predecessor::hash).orElse(HistoryChain.START))) {
            tell(
                    Kind.CHANGED,
                    "Line " + lineNumber + ", entry " + entry.number() + " of " + entry.owner()
                            + ": the previous hash was changed, the one before has another.");
        }
    }

    private Optional<JsonObject> json(String line) {
        try {
            return Optional.of(new JsonObject(line));
        } catch (DecodeException e) {
            tell(Kind.CHANGED, "Line " + lineNumber + " is no JSON object.");
            return Optional.empty();
        }
    }

    private static Optional<Head> head(JsonObject end) {
        try {
            return Optional.of(Head.parse(String.valueOf(end.getValue("head"))));
        } catch (IllegalArgumentException e) {
            // The verification says that the head is missing.
            return Optional.empty();
        }
    }

    private Optional<StoredEntry> entry(JsonObject json) {
        Long position = number(json, "position");
        Long number = number(json, "number");
        if (position == null || number == null) {
            tell(Kind.CHANGED, "Line " + lineNumber + " is no entry: it has no position or no number.");
            return Optional.empty();
        }
        List<String> payloads = new ArrayList<>();
        if (json.getValue("payloads") instanceof JsonArray array) {
            array.forEach(payload -> payloads.add(payload instanceof String hash ? hash : StoredEntries.FOREIGN));
        } else {
            payloads.add(StoredEntries.FOREIGN);
        }
        return Optional.of(new StoredEntry(
                position,
                text(json, "document"),
                number,
                at(text(json, "at")),
                text(json, "actor"),
                text(json, "event"),
                text(json, "message"),
                json.getValue("details") instanceof JsonObject details
                        ? StoredEntries.details(details)
                        : StoredEntries.details((String) null),
                payloads,
                text(json, "hash"),
                text(json, "link")));
    }

    private static @Nullable Long number(JsonObject json, String name) {
        return json.getValue(name) instanceof Number number && (number instanceof Integer || number instanceof Long)
                ? number.longValue()
                : null;
    }

    private static String text(JsonObject json, String name) {
        return json.getValue(name) instanceof String text ? text : StoredEntries.FOREIGN;
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            // A time that no entry has: it will not fit the hash.
            return Instant.MIN;
        }
    }

    private void tell(Kind kind, String message) {
        tell(new Finding(kind, 0, "", 0, message));
    }

    private void tell(Finding finding) {
        bad++;
        findings.accept(finding);
    }
}
