package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The translations that operators keep, found without looking at each of them: tens of thousands cost a document nothing. Where several
 * hold, the narrower scope wins, and of the same scope the one that began later.
 */
public final class CrossReferences {

    /** No translation at all. */
    public static final CrossReferences NONE = new CrossReferences(List.of());

    /** The one that wins comes first; texts last, so that the outcome never depends on how they were read. */
    private static final Comparator<CrossReference> PRECEDENCE = Comparator.<CrossReference>comparingInt(
                    one -> -one.scope().narrowness())
            .thenComparing(one -> one.dates().from().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(one -> one.scope().toString())
            .thenComparing(CrossReference::theirs)
            .thenComparing(CrossReference::ours);

    private record Word(Kind kind, String text) {
        Word {
            text = text.strip().toUpperCase(Locale.ROOT);
        }
    }

    /** By each of the two words; shared by all that were narrowed down from one. */
    private record Index(
            List<CrossReference> all,
            Map<Word, List<CrossReference>> byTheirs,
            Map<Word, List<CrossReference>> byOurs) {

        static Index of(List<CrossReference> all) {
            Map<Word, List<CrossReference>> byTheirs = new HashMap<>();
            Map<Word, List<CrossReference>> byOurs = new HashMap<>();
            for (CrossReference one : all) {
                byTheirs.computeIfAbsent(new Word(one.kind(), one.theirs()), word -> new ArrayList<>(1))
                        .add(one);
                byOurs.computeIfAbsent(new Word(one.kind(), one.ours()), word -> new ArrayList<>(1))
                        .add(one);
            }
            byTheirs.values().forEach(some -> some.sort(PRECEDENCE));
            byOurs.values().forEach(some -> some.sort(PRECEDENCE));
            return new Index(all, byTheirs, byOurs);
        }
    }

    private final Index index;
    private final Optional<LegalEntity> legalEntity;
    private final Optional<LocalDate> day;

    /** These, before it is known of which legal entity and day a document is. */
    public CrossReferences(List<CrossReference> all) {
        this(Index.of(List.copyOf(all)), Optional.empty(), Optional.empty());
    }

    private CrossReferences(Index index, Optional<LegalEntity> legalEntity, Optional<LocalDate> day) {
        this.index = index;
        this.legalEntity = legalEntity;
        this.day = day;
    }

    /** All of them, of any partner and kind, whether they hold or not. */
    public List<CrossReference> all() {
        return index.all();
    }

    /**
     * The same, for documents of a legal entity and a day.
     *
     * @param where of which legal entity the document is
     * @param when the day that it bears; empty if it bears none: then every day fits
     */
    public CrossReferences applying(LegalEntity where, Optional<LocalDate> when) {
        return new CrossReferences(index, Optional.of(where), when);
    }

    /** Our word for a partner's word. */
    public Optional<String> ours(PartnerId partner, Kind kind, String theirs) {
        return holding(partner, index.byTheirs().getOrDefault(new Word(kind, theirs), List.of()))
                .findFirst()
                .map(CrossReference::ours);
    }

    /** A partner's word for our word; the first one where there are several. */
    public Optional<String> theirs(PartnerId partner, Kind kind, String ours) {
        return allTheirs(partner, kind, ours).stream().findFirst();
    }

    /** All words of a partner for our word: one item may have a vendor's number and a GTIN. */
    public List<String> allTheirs(PartnerId partner, Kind kind, String ours) {
        Set<String> seen = new HashSet<>();
        return holding(partner, index.byOurs().getOrDefault(new Word(kind, ours), List.of()))
                .map(CrossReference::theirs)
                .filter(word -> seen.add(word.toUpperCase(Locale.ROOT)))
                // A narrower translation of that word may say something else.
                .filter(word -> ours(partner, kind, word)
                        .filter(meant -> meant.strip().equalsIgnoreCase(ours.strip()))
                        .isPresent())
                .toList();
    }

    private Stream<CrossReference> holding(PartnerId partner, List<CrossReference> some) {
        return some.stream()
                .filter(one -> one.scope().includes(partner, legalEntity))
                .filter(one -> day.map(one.dates()::include).orElse(true));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossReferences that
                && index.all().equals(that.index.all())
                && legalEntity.equals(that.legalEntity)
                && day.equals(that.day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index.all(), legalEntity, day);
    }

    @Override
    public String toString() {
        return "CrossReferences[" + index.all().size() + "]";
    }
}
