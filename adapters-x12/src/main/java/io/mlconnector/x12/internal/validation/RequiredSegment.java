package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.agreement.PartnerGuide.Rule;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/**
 * Checks that a segment required by a guide occurs: once at least in each loop that it belongs to, or in the loop
 * around if it opens one; in the set as a whole if the rule names no loop.
 */
final class RequiredSegment {
    private final Rule rule;
    private final String scope;
    private boolean open;
    private boolean seen;

    RequiredSegment(Rule rule) {
        this.rule = rule;
        this.scope = scope(rule);
        this.open = scope.isEmpty();
    }

    private static String scope(Rule rule) {
        if (rule.loop().equals("*")) {
            return "";
        }
        boolean opens = rule.loop().equals(rule.segment()) || rule.loop().endsWith("/" + rule.segment());
        return opens ? rule.loop().substring(0, Math.max(0, rule.loop().lastIndexOf('/'))) : rule.loop();
    }

    Rule rule() {
        return rule;
    }

    /** Processes a segment; true if it ends a loop in which the required segment did not occur. */
    boolean passes(Place place, SegmentCursor segment) {
        boolean inside =
                scope.isEmpty() || place.loop().equals(scope) || place.loop().startsWith(scope + "/");
        boolean begins = !scope.isEmpty()
                && place.loop().equals(scope)
                && (scope.equals(place.tag()) || scope.endsWith("/" + place.tag()));
        boolean missed = open && !seen && (begins || !inside) && !place.loop().equals(Place.NOWHERE.loop());
        if (begins) {
            open = true;
            seen = false;
        } else if (!inside && !place.loop().equals(Place.NOWHERE.loop())) {
            open = false;
        }
        seen |= GuideCheck.concerns(rule, place, segment);
        return missed;
    }

    /** Whether the set ends without it. */
    boolean ends() {
        return open && !seen;
    }
}
