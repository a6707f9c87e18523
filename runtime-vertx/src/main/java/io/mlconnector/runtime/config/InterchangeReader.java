package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads how interchanges with a partner are addressed and written. */
final class InterchangeReader {

    private InterchangeReader() {}

    /**
     * What is agreed about interchanges with a partner; empty if an address is missing.
     *
     * @param legalEntities of the connection
     * @param folder where files that are named lie
     */
    static Optional<InterchangeAgreement> read(Section section, Set<LegalEntity> legalEntities, Path folder) {
        Section ours = section.requiredSection("us");
        Map<LegalEntity, String> duns = duns(ours, legalEntities);
        Optional<InterchangeAddress> us = address(ours, section, "us");
        Optional<InterchangeAddress> them = address(section.requiredSection("them"), section, "them");
        Release release = section.read("version", Release.R004010, Release::of);
        Usage usage = section.choice(
                "usage", Usage.PRODUCTION, Choices.of("production", Usage.PRODUCTION, "test", Usage.TEST));
        boolean acknowledgement = section.read("requestAcknowledgement", false, Values::truth);
        WritingProfile profile = named(section, "profile", folder, WritingProfile.USUAL, ProfileReader::read);
        PartnerGuide guide = named(section, "guide", folder, PartnerGuide.NONE, GuideReader::read);
        Validation validation = section.choice(
                "validation",
                Validation.WARN,
                Choices.of("off", Validation.OFF, "warn", Validation.WARN, "reject", Validation.REJECT));
        TextRules texts = profile.texts();
        texts = texts.with(section.choice("characters", texts.characters(), ProfileReader.CHARACTERS));
        Section separators = section.section("separators");
        Delimiters delimiters = separators(separators);
        texts = texts.with(separators.choice("lineEnd", texts.lineEnd(), ProfileReader.LINE_ENDS));
        separators.close();
        section.close();
        if (us.isEmpty() || them.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InterchangeAgreement(
                us.get(),
                them.get(),
                release,
                usage,
                delimiters,
                acknowledgement,
                profile.with(texts).with(profile.header().with(duns)),
                validation,
                guide));
    }

    /** What stands in a file of its own, whose mistakes become those of this one. */
    private static <T> T named(
            Section section, String key, Path folder, T usual, BiFunction<Path, List<Mistake>, T> reading) {
        return section.text(key)
                .map(file -> {
                    List<Mistake> mistakes = new ArrayList<>();
                    T read = reading.apply(folder.resolve(file), mistakes);
                    section.mistakes(mistakes);
                    return read;
                })
                .orElse(usual);
    }

    /** One for all, or one for each. */
    private static Map<LegalEntity, String> duns(Section us, Set<LegalEntity> legalEntities) {
        Map<LegalEntity, String> numbers = new LinkedHashMap<>();
        if (us.node("duns").filter(MappingNode.class::isInstance).isEmpty()) {
            us.read("duns", "", InterchangeReader::dunsNumber);
            us.text("duns")
                    .map(String::strip)
                    .filter(InterchangeReader::isDuns)
                    .ifPresent(number -> legalEntities.forEach(entity -> numbers.put(entity, number)));
            return numbers;
        }
        Section each = us.section("duns");
        for (String key : Set.copyOf(each.keys())) {
            each.read(key, "", number -> {
                LegalEntity legalEntity = new LegalEntity(key);
                if (!legalEntities.isEmpty() && !legalEntities.contains(legalEntity)) {
                    throw new IllegalArgumentException("is not among dynamics.legalEntities "
                            + legalEntities.stream().sorted().toList());
                }
                numbers.put(legalEntity, dunsNumber(number));
                return number;
            });
        }
        each.close();
        return numbers;
    }

    private static boolean isDuns(String text) {
        return text.matches("[0-9]{9}([0-9A-Z]{4})?");
    }

    private static String dunsNumber(String text) {
        String number = text.strip();
        if (!isDuns(number)) {
            throw new IllegalArgumentException(
                    "must be a DUNS number of 9 digits, or of 13 characters with the four of a place; quote it");
        }
        return number;
    }

    private static Delimiters separators(Section section) {
        Delimiters usual = Delimiters.USUAL;
        Delimiters agreed = new Delimiters(
                section.read("element", usual.element(), InterchangeReader::separator),
                section.read("component", usual.component(), InterchangeReader::separator),
                section.read("repetition", usual.repetition(), InterchangeReader::separator),
                section.read("segment", usual.segment(), InterchangeReader::separator));
        long different = IntStream.of(agreed.element(), agreed.component(), agreed.repetition(), agreed.segment())
                .distinct()
                .count();
        if (different < 4) {
            section.mistake("element", "and the other separators must be four different characters");
        }
        return agreed;
    }

    /** One character, or its number such as {@code 0x1d}. */
    private static char separator(String text) {
        boolean numbered = text.matches("0x[0-9a-fA-F]{1,2}");
        char character =
                numbered ? (char) Integer.parseInt(text.substring(2), 16) : text.isEmpty() ? ' ' : text.charAt(0);
        boolean usable = (numbered || text.length() == 1)
                && character > 0
                && character < 0x7f
                && " .-+".indexOf(character) < 0
                && !Character.isLetterOrDigit(character);
        if (!usable) {
            throw new IllegalArgumentException(
                    "must be one character that is no letter, digit, blank, point or sign, such as * or 0x1d, not "
                            + text);
        }
        return character;
    }

    private static Optional<InterchangeAddress> address(Section end, Section parent, String key) {
        String qualifier = end.requiredText("qualifier").strip();
        String id = end.requiredText("id").strip();
        String group = end.text("group").orElse(id).strip();
        if (!qualifier.isEmpty() && qualifier.length() != 2) {
            end.mistake("qualifier", "must have two characters, such as \"ZZ\" or \"01\"; quote it");
        }
        if (id.length() > 15) {
            end.mistake("id", "has " + id.length() + " characters; ISA06 and ISA08 hold 15");
        }
        if (!group.isEmpty() && (group.length() < 2 || group.length() > 15)) {
            end.mistake("group", "must have 2 to 15 characters (GS02, GS03)");
        }
        end.close();
        boolean usable = parent.has(key) && qualifier.length() == 2 && !id.isEmpty() && id.length() <= 15;
        return usable ? Optional.of(new InterchangeAddress(qualifier, id, group)) : Optional.empty();
    }
}
