package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.PartnerGuide.Necessity;
import io.mlconnector.domain.agreement.PartnerGuide.Rule;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Checks one transaction set against the partner's guide. The partner's validation level determines the severity. */
public final class GuideCheck {
    private final String guide;
    private final List<Rule> rules;
    private final List<RequiredSegment> required = new ArrayList<>();

    private GuideCheck(String guide, List<Rule> rules) {
        this.guide = guide;
        this.rules = rules;
        for (Rule rule : rules) {
            if (rule.element() == 0 && demands(rule)) {
                required.add(new RequiredSegment(rule));
            }
        }
    }

    /** A check for a set; empty if the guide has no rules for this transaction set or is not applied. */
    public static Optional<GuideCheck> of(ReadingRules reading, String transactionSetId) {
        PartnerGuide guide = reading.guide();
        if (guide.rules().isEmpty() || reading.validation() == Validation.OFF) {
            return Optional.empty();
        }
        List<Rule> rules = guide.rules().stream()
                .filter(rule -> rule.transactionSetId().equals(transactionSetId))
                .toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(new GuideCheck(guide.name(), rules));
    }

    /** Looks at the present segment. */
    public void segment(SegmentCursor segment, Place place, Findings findings) {
        for (RequiredSegment each : required) {
            if (each.passes(place, segment)) {
                missing(each.rule(), segment, findings);
            }
        }
        for (Rule rule : rules) {
            if (concerns(rule, place, segment)) {
                if (rule.element() == 0) {
                    unused(rule, segment, findings);
                } else {
                    element(rule, segment, findings);
                }
            }
        }
    }

    /** Whether the guide lists the code in an element of the present segment, so that both sides know it. */
    public boolean agreed(SegmentCursor segment, Place place, int element) {
        for (Rule rule : rules) {
            if (rule.element() == element
                    && concerns(rule, place, segment)
                    && !rule.codes().isEmpty()
                    && allows(rule, segment.code(element))) {
                return true;
            }
        }
        return false;
    }

    /** Reports what is still missing at the end of the set. */
    public void finish(SegmentCursor last, Findings findings) {
        for (RequiredSegment each : required) {
            if (each.ends()) {
                missing(each.rule(), last, findings);
            }
        }
    }

    static boolean concerns(Rule rule, Place place, SegmentCursor segment) {
        return rule.segment().equals(place.tag())
                && (rule.loop().equals("*") || rule.loop().equals(place.loop()))
                && (rule.qualifier().isEmpty() || rule.qualifier().equalsIgnoreCase(segment.code(1)));
    }

    private static boolean demands(Rule rule) {
        return rule.necessity().filter(Necessity.REQUIRED::equals).isPresent();
    }

    private static boolean forbids(Rule rule) {
        return rule.necessity().filter(Necessity.NOT_USED::equals).isPresent();
    }

    /** A missing segment is reported with its own tag and the position where it was noticed. */
    private void missing(Rule rule, SegmentCursor at, Findings findings) {
        findings.add(new SyntaxProblem(
                "guide-segment-missing",
                findings.refused("AK304 3"),
                "AK304 3",
                rule.segment(),
                at.inFile(),
                at.inSet(),
                0,
                0,
                at.offset(),
                "",
                shown(rule, "required"),
                "The guide " + guide + " requires the segment " + named(rule)
                        + ", which is missing before this point. Send it."));
    }

    private void unused(Rule rule, SegmentCursor segment, Findings findings) {
        if (forbids(rule)) {
            findings.warn(
                    "guide-segment-not-used",
                    "AK304 2",
                    segment,
                    0,
                    shown(rule, "not used"),
                    "The guide " + guide + " does not allow the segment " + named(rule) + ". Leave it out.");
        }
    }

    private void element(Rule rule, SegmentCursor segment, Findings findings) {
        int element = rule.element();
        String name = named(rule);
        if (segment.isEmpty(element)) {
            if (demands(rule)) {
                tell("guide-element-missing", "AK403 1", rule, "required", segment, name + " is empty.", findings);
            }
            return;
        }
        if (forbids(rule)) {
            tell("guide-element-not-used", "AK403 10", rule, "not used", segment, name + " must be empty.", findings);
        }
        if (!rule.codes().isEmpty() && !allows(rule, segment.code(element))) {
            String codes = String.join(", ", new TreeSet<>(rule.codes()));
            tell(
                    "guide-code-not-allowed",
                    "AK403 7",
                    rule,
                    codes,
                    segment,
                    name + " is " + Findings.quoted(segment.text(element)) + "; allowed codes: " + codes + ".",
                    findings);
        }
        int length = segment.text(element).length();
        if (rule.most() > 0 && length > rule.most()) {
            String most = "at most " + Counted.of(rule.most(), "character");
            tell("guide-element-too-long", "AK403 5", rule, most, segment, name + " may have " + most + ".", findings);
        }
        if (length < rule.least()) {
            String least = "at least " + Counted.of(rule.least(), "character");
            tell(
                    "guide-element-too-short",
                    "AK403 4",
                    rule,
                    least,
                    segment,
                    name + " must have " + least + ".",
                    findings);
        }
    }

    private static boolean allows(Rule rule, String code) {
        return rule.codes().contains(code) || rule.codes().contains(code.toUpperCase(Locale.ROOT));
    }

    private void tell(
            String code,
            String standardCode,
            Rule rule,
            String asked,
            SegmentCursor segment,
            String message,
            Findings findings) {
        findings.warn(
                code,
                standardCode,
                segment,
                rule.element(),
                shown(rule, asked),
                "Guide " + guide + ": " + message + " Send it as the guide requires.");
    }

    private String shown(Rule rule, String asked) {
        String loop = rule.loop().isEmpty() || rule.loop().equals("*") ? "" : " in " + rule.loop();
        return guide + ": " + named(rule) + loop + " " + asked;
    }

    private static String named(Rule rule) {
        String qualified = rule.qualifier().isEmpty() ? "" : " " + rule.qualifier();
        return rule.element() == 0
                ? rule.segment() + qualified
                : String.format(Locale.ROOT, "%s%02d", rule.segment(), rule.element()) + qualified;
    }
}
