package io.mlconnector.engine.view;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the filters of a list of documents; the same words for the interface, the commands and the console (contract, section 4). */
public final class DocumentFilters {

    private static final Map<String, Function<String, Criterion>> CRITERIA = Map.ofEntries(
            Map.entry("connection", Criterion.OfConnection::new),
            Map.entry("partner", Criterion.OfPartner::new),
            Map.entry("legalEntity", Criterion.OfLegalEntity::new),
            Map.entry("direction", word -> new Criterion.Going(Direction.of(word))),
            Map.entry("type", word -> new Criterion.OfType(type(word))),
            Map.entry("condition", word -> new Criterion.InCondition(Condition.of(word))),
            Map.entry("stage", word -> new Criterion.AtStage(Stage.of(word))),
            Map.entry("acknowledgement", word -> new Criterion.Answered(Acknowledgement.of(word))),
            Map.entry("causeKey", Criterion.StuckBecause::new),
            Map.entry("assignee", Criterion.AssignedTo::new),
            Map.entry("file", word -> new Criterion.FromFile(new DocumentId(word))),
            Map.entry("q", Criterion.FoundBy::new));

    private static final String SNOOZED = "snoozed";

    /** Those that take a time, or a day of some zone. */
    private static final Map<String, BiFunction<String, ZoneId, List<Criterion>>> TIMES = Map.of(
            "from", (text, zone) -> from(time(text, zone, 0)),
            "to", (text, zone) -> before(time(text, zone, 1)));

    /** A document enters the journal at most so long after it got its id: while the database is away, or a large file enters. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(2);

    /** Every name that restricts. */
    public static final Set<String> NAMES = Stream.of(CRITERIA.keySet(), TIMES.keySet(), Set.of(SNOOZED))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final int SHOWN = 40;
    private static final Pattern TYPE = Pattern.compile("[^-]{3}(-[a-z]+)?|" + DocumentRecord.UNREAD);
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Values of those names that take a word of a few. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "direction",
            words(Direction.values(), Direction::word),
            "condition",
            words(Condition.values(), Condition::word),
            "stage",
            words(Stage.values(), Stage::word),
            "acknowledgement",
            words(Acknowledgement.values(), Acknowledgement::word),
            SNOOZED,
            new TreeSet<>(Set.of("true", "false")));

    private DocumentFilters() {}

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids sort by time: with them nobody looks through all that came since. */
    private static List<Criterion> from(Instant time) {
        return List.of(
                new Criterion.CreatedFrom(time), new Criterion.IdFrom(DocumentIds.before(time.minus(ON_ITS_WAY))));
    }

    private static List<Criterion> before(Instant time) {
        return List.of(
                new Criterion.CreatedBefore(time), new Criterion.IdBefore(DocumentIds.before(time.plus(ON_ITS_WAY))));
    }

    /** The filter; days are those of UTC. */
    public static DocumentFilter of(UnaryOperator<String> parameter, String path, Instant now) {
        return of(parameter, path, ZoneOffset.UTC, now);
    }

    /**
     * The filter.
     *
     * @param parameter the value of a name; an empty string if it is absent
     * @param path stands before the names in messages; may be empty
     * @param zone in which days begin and end
     * @param now what is put off beyond it counts as put off
     * @throws FilterException if a value is none, with what is expected
     */
    public static DocumentFilter of(UnaryOperator<String> parameter, String path, ZoneId zone, Instant now) {
        List<Criterion> criteria = new ArrayList<>();
        CRITERIA.forEach((name, criterion) -> {
            String value = parameter.apply(name).strip();
            if (!value.isEmpty()) {
                known(path + name, WORDS.getOrDefault(name, Set.of()), value);
                criteria.add(read(path + name, () -> criterion.apply(value)));
            }
        });
        String putOff = parameter.apply(SNOOZED).strip();
        if (!putOff.isEmpty()) {
            known(path + SNOOZED, WORDS.getOrDefault(SNOOZED, Set.of()), putOff);
            criteria.add(new Criterion.Snoozed(putOff.equals("true"), now));
        }
        TIMES.forEach((name, criterion) -> {
            String value = parameter.apply(name).strip();
            if (!value.isEmpty()) {
                criteria.addAll(read(path + name, () -> criterion.apply(value, zone)));
            }
        });
        String limit = parameter.apply("limit").strip();
        String after = parameter.apply("after").strip();
        int most = limit.isEmpty() ? DocumentFilter.USUAL_LIMIT : read(path + "limit", () -> Integer.parseInt(limit));
        if (most < 1 || most > DocumentFilter.LARGEST_LIMIT) {
            throw new FilterException(path + "limit", wholeNumber(path + "limit"));
        }
        return new DocumentFilter(
                criteria,
                most,
                after.isEmpty() ? Optional.empty() : Optional.of(read(path + "after", () -> new DocumentId(after))));
    }

    /** Of few words the nearest is named; nobody looks them up for a slip of the finger. */
    private static void known(String member, Set<String> words, String value) {
        if (!words.isEmpty() && !words.contains(value)) {
            throw new FilterException(
                    member,
                    member + ": " + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + " is none"
                            + NearestWord.of(value, words)
                                    .map(word -> "; did you mean " + word + "?")
                                    .orElse("; it is one of " + String.join(", ", words) + "."));
        }
    }

    private static String wholeNumber(String member) {
        return member + " must be a whole number from 1 to " + DocumentFilter.LARGEST_LIMIT + ".";
    }

    private static <T> T read(String member, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (NumberFormatException e) {
            throw new FilterException(member, wholeNumber(member));
        } catch (IllegalArgumentException e) {
            throw new FilterException(member, member + ": " + e.getMessage() + ".");
        }
    }

    /** A transaction set, whichever partners send (X12.5, ST01: three characters), or what could not be read. */
    private static String type(String word) {
        if (!TYPE.matcher(word).matches()) {
            throw new IllegalArgumentException("a type is 810, 824, 850, 855, 860, 997, another transaction set's three"
                    + " characters, one of these with -json, or " + DocumentRecord.UNREAD);
        }
        return word;
    }

    /**
     * A time, or when a day begins.
     *
     * @param days which are added to a day: what is wanted to a day is wanted to its end
     */
    private static Instant time(String text, ZoneId zone, int days) {
        try {
            Instant time = DAY.matcher(text).matches()
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("a time lies between 1900 and 9999");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time looks like 2026-03-10T09:15:00Z, a day like 2026-03-10", e);
        }
    }
}
