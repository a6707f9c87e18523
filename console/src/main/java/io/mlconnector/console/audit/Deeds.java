package io.mlconnector.console.audit;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.OnPage;
import io.mlconnector.console.workplace.AuditTrail.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person did at once: to one document, or by a fix or a selection to many of them, each of which has an entry of its own in the
 * history.
 *
 * @param deeds at least one, the newest first
 */
public record Deeds(List<Deed> deeds) {

    /** What is done to a selection follows one another faster; nobody does the same to single documents so fast. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** What stands for the document in what was done to it. */
    private static final Pattern IT = Pattern.compile("\\bit\\b");

    /** The id of the advice, which a reader has as a link. */
    private static final Pattern ADVICE = Pattern.compile(" \\(document [0-9A-Za-z]+\\)$");

    /** What a fix left as it was, and what was taken back of one. */
    private static final String LEFT = "left-by-fix";

    private static final String BACK = "take-back";

    /** Words of the history where a person tells a partner what is wrong with a document: of the advice, and of the document. */
    private static final String ANNOUNCED = "announced";

    private static final String ADVISED = "advised";

    /** So many documents are named in a row; the others are counted. */
    private static final int NAMED = 3;

    private static final Map<String, String> DONE = Map.of(
            "replay",
            "replayed",
            "release",
            "released",
            "discard",
            "discarded",
            "restore",
            "restored",
            BACK,
            "took back",
            "commented",
            "commented on",
            "assigned",
            "assigned",
            "snoozed",
            "put off");

    public Deeds {
        deeds = List.copyOf(deeds);
    }

    /** Those that belong together, in order. */
    static List<Deeds> of(List<Deed> all) {
        List<Deeds> grouped = new ArrayList<>();
        List<Deed> run = new ArrayList<>();
        for (Deed deed : all) {
            if (!run.isEmpty() && !together(run.getLast(), deed)) {
                grouped.add(new Deeds(run));
                run = new ArrayList<>();
            }
            run.add(deed);
        }
        if (!run.isEmpty()) {
            grouped.add(new Deeds(run));
        }
        return grouped;
    }

    /**
     * Those of which all is there: what may go on behind the end comes with the next page, unless nothing else is there.
     *
     * @param read at most one more than count
     * @param most so many count
     */
    static List<Deeds> whole(List<Deed> read, int most) {
        List<Deeds> grouped = of(read.stream().limit(most).toList());
        return read.size() > most && grouped.size() > 1 ? grouped.subList(0, grouped.size() - 1) : grouped;
    }

    private static boolean together(Deed newer, Deed older) {
        if (newer.event().equals(ADVISED) && older.event().equals(ANNOUNCED)) {
            return newer.person().equals(older.person()) && newer.message().startsWith(older.message());
        }
        boolean same = newer.person().equals(older.person()) && newer.fix().equals(older.fix());
        if (!newer.fix().isEmpty()) {
            return same && newer.event().equals(BACK) == older.event().equals(BACK);
        }
        return same
                && !newer.owner().equals(older.owner())
                && newer.event().equals(older.event())
                && DONE.containsKey(newer.event())
                && Duration.between(older.at(), newer.at()).compareTo(AT_ONCE) <= 0
                && without(newer).equals(without(older));
    }

    /** The newest. */
    public Deed first() {
        return deeds.getFirst();
    }

    /** When it ended. */
    public Instant at() {
        return first().at();
    }

    /** Behind which position the next page begins. */
    public long last() {
        return deeds.getLast().position();
    }

    /** Whether it was done to several. */
    public boolean several() {
        return deeds.size() > 1 && !first().event().equals(ADVISED);
    }

    /** What it was done to: the first of them that have a name. */
    public List<Deed> subjects() {
        return named().limit(NAMED).toList();
    }

    /** How many more it was done to. */
    public long others() {
        return Math.max(0, named().count() - NAMED);
    }

    private Stream<Deed> named() {
        Set<String> seen = new HashSet<>();
        return (several() ? deeds.stream() : Stream.of(first()))
                .filter(deed -> !deed.subject().isEmpty() && seen.add(deed.owner()));
    }

    /** What was done, in a sentence without the name of the person, which stands beside it. */
    public String what() {
        if (!several()) {
            return told(first());
        }
        List<Deed> done =
                deeds.stream().filter(deed -> !deed.event().equals(LEFT)).toList();
        long left = owners(deeds.stream().filter(deed -> deed.event().equals(LEFT)));
        if (done.isEmpty()) {
            return "Left " + documents(left) + " as they were";
        }
        return capital(together(done))
                + (left == 0 ? "" : "; " + documents(left) + " stayed as " + (left == 1 ? "it was" : "they were"));
    }

    /** What was done to all of them; how, where it was the same with each. */
    private static String together(List<Deed> done) {
        String first = without(done.getFirst());
        boolean same = done.stream().allMatch(deed -> without(deed).equals(first));
        String event = done.getFirst().event();
        Matcher it = IT.matcher(first);
        return same && it.find()
                ? it.replaceFirst(Matcher.quoteReplacement(documents(owners(done.stream()))))
                : DONE.getOrDefault(event, event) + " " + documents(owners(done.stream()));
    }

    private static long owners(Stream<Deed> deeds) {
        return deeds.map(Deed::owner).distinct().count();
    }

    private static String documents(long number) {
        return Figures.counted(number, "document", "documents");
    }

    /** Where it is shown: the fix, or what it was done to; empty if it was done to several, or is shown nowhere. */
    public Optional<String> address() {
        return !first().fix().isEmpty()
                ? Optional.of("/causes/runs/" + first().fix())
                : several() ? Optional.empty() : first().address();
    }

    /** What was done to one, in a sentence. */
    public static String told(Deed deed) {
        String message =
                deed.event().equals(ADVISED) ? ADVICE.matcher(without(deed)).replaceFirst("") : without(deed);
        return capital(message);
    }

    private static String without(Deed deed) {
        String name = deed.person() + " ";
        String message = OnPage.entry(deed.message());
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
