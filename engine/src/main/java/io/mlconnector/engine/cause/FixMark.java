package io.mlconnector.engine.cause;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.takingback.TakeBack;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.ports.journal.history.FixAct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the entry of each document that a fix let go on, or left as it was, names the fix. Everything that there is to know about a fix
 * stands there, so that it is found again whatever becomes of the daemon that did it.
 *
 * @param id of the fix; greater than those of earlier fixes
 * @param fix what was done
 * @param outbound whether its documents go out
 * @param documents for how many it was
 * @param entered whether it entered its translation; false if that was there before, or there is none
 */
public record FixMark(String id, CauseFix fix, boolean outbound, int documents, boolean entered) {

    /** The word of the history where a document was left as it was. */
    private static final String LEFT = "left-by-fix";

    private static final String OUTCOME = "fixOutcome";
    private static final String WHY = "fixWhy";
    private static final String CAUSE = "fixCause";
    private static final String WAY = "fixWay";
    private static final String MEANS = "fixMeans";
    private static final String LEGAL_ENTITY = "fixLegalEntity";
    private static final String FROM = "fixFrom";
    private static final String OF = "fixOf";
    private static final String OUTBOUND = "fixOutbound";
    private static final String ENTERED = "fixEntered";

    public FixMark {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fix, "fix");
    }

    /** As details of an entry. */
    public Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        details.put(TakeBack.Fix.NAME, id);
        details.put(CAUSE, fix.causeKey());
        details.put(OF, Integer.toString(documents));
        details.put(OUTBOUND, Boolean.toString(outbound));
        switch (fix.way()) {
            case CauseFix.Translate way -> {
                details.put(WAY, "translate");
                details.put(MEANS, way.means());
                way.legalEntity().ifPresent(entity -> details.put(LEGAL_ENTITY, entity.id()));
                way.from().ifPresent(day -> details.put(FROM, day.toString()));
                details.put(ENTERED, Boolean.toString(entered));
            }
            case CauseFix.Accept ignored -> details.put(WAY, "accept");
            case CauseFix.Again ignored -> details.put(WAY, "again");
        }
        return details;
    }

    /**
     * What the history of a document tells that the fix left as it was.
     *
     * @param outcome a word that says so, such as {@code refused}
     * @param why in a sentence
     */
    public HistoryEntry left(Instant at, String operator, String outcome, String why) {
        Map<String, String> details = new TreeMap<>(details());
        details.put(OUTCOME, outcome);
        details.put(WHY, why);
        return new HistoryEntry(
                at,
                operator,
                LEFT,
                operator + " fixed " + fix.causeKey() + "; this document was left as it was: " + why,
                details,
                List.of());
    }

    /** What became of a document according to an entry of {@link #left}; empty if it is another one. */
    static Optional<Became> left(FixAct act) {
        Map<String, String> details = act.entry().details();
        return act.entry().event().equals(LEFT)
                ? Optional.of(new Became(
                        act.document(), details.getOrDefault(OUTCOME, "refused"), details.getOrDefault(WHY, "")))
                : Optional.empty();
    }

    /** The fix that an entry names; empty if it names none. */
    public static Optional<FixMark> of(HistoryEntry entry) {
        Map<String, String> details = entry.details();
        if (!details.containsKey(TakeBack.Fix.NAME) || !details.containsKey(OF)) {
            return Optional.empty();
        }
        CauseFix.Way way = switch (details.getOrDefault(WAY, "")) {
            case "translate" ->
                new CauseFix.Translate(
                        details.getOrDefault(MEANS, ""),
                        Optional.ofNullable(details.get(LEGAL_ENTITY)).map(LegalEntity::new),
                        Optional.ofNullable(details.get(FROM)).map(LocalDate::parse),
                        false);
            case "accept" -> new CauseFix.Accept();
            default -> new CauseFix.Again();
        };
        return Optional.of(new FixMark(
                details.getOrDefault(TakeBack.Fix.NAME, ""),
                new CauseFix(details.getOrDefault(CAUSE, ""), way),
                Boolean.parseBoolean(details.get(OUTBOUND)),
                Integer.parseInt(details.getOrDefault(OF, "0")),
                Boolean.parseBoolean(details.get(ENTERED))));
    }

    /** The translation that it entered; empty if it entered none. */
    public Optional<CrossReference> reference() {
        return entered && fix.way() instanceof CauseFix.Translate way
                ? MissingTranslation.of(fix.causeKey(), outbound)
                        .map(missing -> missing.by(way.means(), way.legalEntity(), way.from()))
                : Optional.empty();
    }

    /** What it says of the words that it is about, such as {@code QZ means ea for acme}; empty if it translates nothing. */
    public Optional<String> meaning() {
        return fix.way() instanceof CauseFix.Translate way
                ? MissingTranslation.of(fix.causeKey(), outbound)
                        .map(missing -> missing.by(way.means(), way.legalEntity(), way.from())
                                        .theirs() + " means " + (missing.ours() ? missing.word() : way.means())
                                + " for " + missing.partner())
                : Optional.empty();
    }

    /** As the domain sees it. What is accepted of an order that goes out is not remembered: it is only tried again. */
    TakeBack.Fix taken() {
        boolean counts = switch (fix.way()) {
            case CauseFix.Translate ignored -> entered;
            case CauseFix.Accept ignored -> !outbound;
            case CauseFix.Again ignored -> false;
        };
        return new TakeBack.Fix(id, fix.causeKey(), counts);
    }
}
