package io.mlconnector.console.reference;

import io.mlconnector.console.workplace.Translations;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A translation in a list.
 *
 * @param entered it
 */
public record ReferenceRow(Translations.Entered entered) {

    /** The translation itself. */
    public CrossReference reference() {
        return entered.reference();
    }

    /** Whose word it is. */
    public String partner() {
        return partner(reference());
    }

    /** Whose word it is. */
    static String partner(CrossReference reference) {
        return reference.scope().partner().map(PartnerId::id).orElse("every partner");
    }

    /** In whose documents. */
    public String legalEntity() {
        return reference().scope().legalEntity().map(LegalEntity::id).orElse("every one");
    }

    /** For documents of which days, in words. */
    public String days() {
        String days = reference().dates().toString();
        return days.isEmpty() ? "always" : days;
    }

    /** Where its page is. */
    public String address() {
        return "/cross-references/" + entered.id().text();
    }

    /** Where another meaning is entered in its place. */
    public String replacing() {
        CrossReference one = reference();
        return "/cross-references/new?partner="
                + encoded(one.scope().partner().map(PartnerId::id).orElse(""))
                + "&legalEntity="
                + encoded(one.scope().legalEntity().map(LegalEntity::id).orElse(""))
                + "&kind=" + one.kind().word()
                + "&theirs=" + encoded(one.theirs())
                + "&ours=" + encoded(one.ours())
                + "&from=" + one.dates().from().map(LocalDate::toString).orElse("")
                + "&until=" + one.dates().until().map(LocalDate::toString).orElse("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
