package io.mlconnector.console.cause;

import io.mlconnector.console.page.Foretold;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.engine.cause.CauseFix;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is foretold of a document on the page of a fix: where a translation does not help, why not, instead of how to enter one. */
final class Helpless {

    /** The advice to enter a translation, with everything behind it. */
    private static final Pattern ADVICE = Pattern.compile(
            " (?:If it is one of our items|If they are the same|Say which is meant|Agree on one with)"
                    + ".{0,200}?crossref set .*",
            Pattern.DOTALL);

    private Helpless() {}

    /**
     * The sentence.
     *
     * @param fix whose forecast it is
     * @param message as it was foretold
     */
    static String told(CauseFix fix, String message) {
        Matcher advice = ADVICE.matcher(message);
        if (!(fix.way() instanceof CauseFix.Translate way) || !advice.find()) {
            return Foretold.sentence(message);
        }
        String word = MissingTranslation.of(fix.causeKey(), false)
                .map(MissingTranslation::word)
                .orElse("");
        String before = Foretold.sentence(message.substring(0, advice.start()));
        // It may stand still for another word as well.
        if (word.isEmpty() || !advice.group().contains(" " + word + " ")) {
            return before + " It lacks another translation too, which is a cause of its own.";
        }
        boolean item = MissingTranslation.of(fix.causeKey(), false)
                .filter(missing -> missing.kind() == Kind.ITEM)
                .isPresent();
        return before
                + (item
                        ? " Entering " + way.means() + " does not help: no line of the order is of item " + way.means()
                                + "."
                        : " Entering " + way.means()
                                + " does not help: the order line is in another unit, and F&O knows"
                                + " no conversion between both.");
    }
}
