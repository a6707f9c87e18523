package io.mlconnector.console.reference;

import io.mlconnector.console.page.Frame;
import java.util.List;
import java.util.Map;

/**
 * The page on which one translation is entered, or a file of them.
 *
 * @param frame around it
 * @param given what was filled in, by name
 * @param mistakes why it cannot be read, a sentence each; empty at first
 * @param partners from which one may be chosen
 * @param legalEntities from which one may be chosen
 */
public record EntryPage(
        Frame frame,
        Map<String, String> given,
        List<String> mistakes,
        List<String> partners,
        List<String> legalEntities) {

    public EntryPage {
        mistakes = List.copyOf(mistakes);
        partners = List.copyOf(partners);
        legalEntities = List.copyOf(legalEntities);
    }

    /** What was filled in; empty if nothing was. */
    public String given(String name) {
        return given.getOrDefault(name, "");
    }
}
