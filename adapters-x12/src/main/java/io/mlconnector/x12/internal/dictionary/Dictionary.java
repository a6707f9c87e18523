package io.mlconnector.x12.internal.dictionary;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The segments and the transaction sets of one release. Read once, never changed. */
public final class Dictionary {
    private static final List<String> SETS = List.of("810", "824", "850", "855", "856", "860", "865", "997", "999");
    private static final Map<Release, Dictionary> RELEASES = loadAll();

    private final Release release;
    private final Map<Integer, SegmentRule> segments;
    private final Map<String, Loop> structures;
    private final Set<Integer> knownTags;
    private final Map<String, SegmentRule> composites;
    private final CodeLists codes;

    private Dictionary(
            Release release,
            Map<Integer, SegmentRule> segments,
            Map<String, Loop> structures,
            Set<Integer> knownTags,
            Map<String, SegmentRule> composites,
            CodeLists codes) {
        this.codes = codes;
        this.composites = composites;
        this.release = release;
        this.segments = segments;
        this.structures = structures;
        this.knownTags = knownTags;
    }

    /** The dictionary of a release. */
    public static Dictionary of(Release release) {
        return Optional.ofNullable(RELEASES.get(release)).orElseThrow();
    }

    /**
     * The dictionary for GS08 or ST03. Other releases are read with the nearest one.
     *
     * @param version such as {@code 004010VICS}; may be anything
     */
    public static Dictionary nearest(String version) {
        return nearest(NamedRelease.of(version));
    }

    /** The dictionary of a release, or the nearest one. */
    public static Dictionary nearest(NamedRelease release) {
        boolean newer = release.number().compareTo("005") >= 0;
        return of(newer ? Release.R005010 : Release.R004010);
    }

    private static Map<Release, Dictionary> loadAll() {
        var all = new EnumMap<Release, Dictionary>(Release.class);
        for (Release release : Release.values()) {
            all.put(release, load(release));
        }
        return all;
    }

    private static Dictionary load(Release release) {
        CodeLists lists = CodeLists.load(release);
        Map<String, SegmentRule> composites = composites(release, lists);
        var segments = new HashMap<Integer, SegmentRule>();
        var tags = new HashSet<Integer>();
        for (String line : Resource.lines("segments-" + release.version() + ".txt")) {
            SegmentRule rule = SegmentRule.parse(line, lists, composites);
            segments.put(Tag.of(rule.tag()), rule);
        }
        var structures = new HashMap<String, Loop>();
        for (String set : SETS) {
            String text = String.join("\n", Resource.lines("set-" + set + "-" + release.version() + ".txt"));
            Loop structure = StructureParser.parse(text, segments);
            structures.put(set, structure);
            collect(structure, tags);
        }
        Resource.lines("tags.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .map(Tag::of)
                .forEach(tags::add);
        tags.addAll(segments.keySet());
        return new Dictionary(
                release, Map.copyOf(segments), Map.copyOf(structures), Set.copyOf(tags), composites, lists);
    }

    private static Map<String, SegmentRule> composites(Release release, CodeLists lists) {
        return Resource.lines("composites-" + release.version() + ".txt").stream()
                .map(line -> SegmentRule.parse(line, lists, Map.of()))
                .collect(Collectors.toUnmodifiableMap(SegmentRule::tag, rule -> rule));
    }

    private static void collect(Loop loop, Set<Integer> tags) {
        for (Loop.Item item : loop.items()) {
            tags.add(item.tag());
            item.inner().forEach(inner -> collect(inner, tags));
        }
    }

    /** The release. */
    public Release release() {
        return release;
    }

    /** The definition of a segment in the release; empty if there is no table for it. */
    public Optional<SegmentRule> segment(int tag) {
        return Optional.ofNullable(segments.get(tag));
    }

    /**
     * The components of a composite element, as if it were a segment.
     *
     * @param number data element number, such as {@code C001}
     * @return empty if it is no composite, or one that we have no table for
     */
    public Optional<SegmentRule> composite(String number) {
        return Optional.ofNullable(composites.get(number));
    }

    /** The codes of a data element, such as {@code 479}; {@link CodeSet#OPEN} without a complete list. */
    public CodeSet codes(String number) {
        return codes.of(number);
    }

    /** The transaction sets with a table. */
    public Set<String> sets() {
        return structures.keySet();
    }

    /** The structure of a transaction set; empty if we do not read or write it. */
    public Optional<Loop> structure(String transactionSetId) {
        return Optional.ofNullable(structures.get(transactionSetId));
    }

    /** Whether some transaction set has a segment with this tag, as far as we know. */
    public boolean knows(int tag) {
        return knownTags.contains(tag);
    }
}
