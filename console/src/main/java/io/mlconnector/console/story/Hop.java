package io.mlconnector.console.story;

import io.mlconnector.console.page.OnPage;
import io.mlconnector.domain.takingback.TakeBack;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.ports.journal.history.RecordedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that happened.
 *
 * @param recorded as it stands in the history
 * @param waited how long nothing happened before
 * @param before hash of the bytes that were there last before it; empty if there were none
 */
public record Hop(RecordedEntry recorded, Duration waited, Optional<String> before) {

    private static final Set<String> DONE_AGAIN = Set.of("replay", "release");

    private static final Pattern BECAUSE = Pattern.compile(" \\(.*\\)$", Pattern.DOTALL);

    private static final int SHOWN_OF_HASH = 12;

    /** So long a pause is worth telling. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private static final Map<String, String> BYTES =
            Map.of("request", "what we sent", "answer", "what they answered", "difference", "what was changed");

    /** By event, where an entry has one payload and does not name it. */
    private static final Map<String, String> BYTES_OF = Map.of(
            "decoded", "the document as it was read",
            "received", "the file as it was received",
            "fetched", "the order as F&O has it",
            "aligned", "the order as it is written",
            "encoded", "the file",
            "delivered", "the file that arrived");

    /**
     * Bytes that belong to it.
     *
     * @param name what they are
     * @param hash by which they are found
     */
    public record Bytes(String name, String hash) {}

    /** What happened, as it was written down. */
    public HistoryEntry entry() {
        return recorded.entry();
    }

    /** It in a sentence, as a page tells it. */
    public String told() {
        return FixMark.of(entry())
                .filter(mark -> DONE_AGAIN.contains(entry().event()))
                .flatMap(this::translated)
                .orElseGet(() -> OnPage.entry(entry().message()));
    }

    private Optional<String> translated(FixMark mark) {
        return mark.meaning()
                .map(meaning -> entry().actor()
                        + (mark.entered()
                                ? " entered that " + meaning + ", and had it done again"
                                : " had it done again: " + meaning)
                        + because());
    }

    /** The reason that stands behind what a person did; empty if nobody gave one. */
    private String because() {
        Matcher reason = BECAUSE.matcher(OnPage.entry(entry().message()));
        return reason.find() ? reason.group() : "";
    }

    /** Where the fix is shown to which it belongs; empty if it belongs to none. */
    public Optional<String> fix() {
        return Optional.ofNullable(entry().details().get(TakeBack.Fix.NAME))
                .filter(name -> name.matches("[0-9A-Za-z-]+"))
                .map(name -> "/causes/runs/" + name);
    }

    /** When. */
    public Instant at() {
        return entry().at();
    }

    /** Whether a person did it. */
    public boolean byPerson() {
        return !entry().actor().equals(HistoryEntry.DAEMON);
    }

    /** Whether the person must be named beside what happened: most messages begin with who did it. */
    public boolean named() {
        return byPerson() && !entry().message().startsWith(entry().actor() + " ");
    }

    /** To what it belongs. */
    public Chapter chapter() {
        return Chapter.of(entry().event(), byPerson());
    }

    /** Whether the pause before it is worth telling. */
    public boolean paused() {
        return worthTelling(waited);
    }

    /** Whether a pause of this length is worth telling. */
    public static boolean worthTelling(Duration pause) {
        return pause.compareTo(WORTH_TELLING) >= 0;
    }

    /** Its bytes, each with what it is. */
    public List<Bytes> bytes() {
        List<Bytes> all = new ArrayList<>();
        for (ContentHash hash : entry().payloads()) {
            String name = entry().details().entrySet().stream()
                    .filter(detail -> detail.getValue().equals(hash.hex()))
                    .map(detail -> BYTES.getOrDefault(detail.getKey(), detail.getKey()))
                    .findFirst()
                    .orElseGet(() -> BYTES_OF.getOrDefault(entry().event(), "the document"));
            all.add(new Bytes(name, hash.hex()));
        }
        return all;
    }

    /**
     * Two payloads that can be compared.
     *
     * @param from hash of the earlier
     * @param to hash of the later
     * @param name what the comparison tells
     */
    public record Change(String from, String to, String name) {}

    /** What can be compared: the step's first bytes with those before it, and the bytes of the step with each other. */
    public List<Change> changes() {
        List<String> own = entry().payloads().stream().map(ContentHash::hex).toList();
        List<Change> all = new ArrayList<>();
        if (own.isEmpty()) {
            return all;
        }
        before.filter(hash -> !own.contains(hash))
                .ifPresent(hash -> all.add(new Change(hash, own.getFirst(), "what changed since the step before")));
        for (int i = 1; i < own.size(); i++) {
            if (!own.get(i).equals(own.get(i - 1))) {
                all.add(new Change(own.get(i - 1), own.get(i), "what changed between the two"));
            }
        }
        return all;
    }

    /** Its facts by name, but for hashes, which are links. */
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(entry().details());
        facts.values()
                .removeIf(value ->
                        entry().payloads().stream().anyMatch(hash -> hash.hex().equals(value)));
        return facts;
    }

    /** The beginning of the hash that chains it to what was before. */
    public String shortHash() {
        return recorded.hash()
                .substring(0, Math.min(SHOWN_OF_HASH, recorded.hash().length()));
    }
}
