package io.mlconnector.domain.answering.match;

import io.mlconnector.domain.words.Acknowledgement;
import java.util.Optional;

/** What the verdict of a partner's answer means for the document that it answers. */
public final class AnswerCodes {

    private AnswerCodes() {}

    /**
     * Of a transaction set or a functional group: AK501, AK901, IK501 (data element 717).
     *
     * @return empty for a code that the standard does not have
     */
    public static Optional<Acknowledgement> technical(String verdict) {
        return switch (verdict) {
            case "A" -> Optional.of(Acknowledgement.ACCEPTED);
            case "E", "P" -> Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS);
            case "R", "M", "W", "X" -> Optional.of(Acknowledgement.REJECTED);
            default -> Optional.empty();
        };
    }

    /**
     * Of an interchange: TA104 (data element I17). That it was accepted says nothing yet of the documents in it.
     *
     * @return empty if nothing follows for the documents
     */
    public static Optional<Acknowledgement> ofInterchange(String verdict) {
        return switch (verdict) {
            case "R" -> Optional.of(Acknowledgement.REJECTED);
            case "E" -> Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS);
            default -> Optional.empty();
        };
    }

    /**
     * Of an application: OTI01 (data element 110). The second letter is the verdict, whatever the first one speaks of.
     *
     * @return empty for a code that the standard does not have
     */
    public static Optional<Acknowledgement> business(String verdict) {
        if (verdict.length() != 2) {
            return Optional.empty();
        }
        return switch (verdict.charAt(1)) {
            case 'A' -> Optional.of(Acknowledgement.ACCEPTED);
            case 'C', 'E', 'P' -> Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS);
            case 'R' -> Optional.of(Acknowledgement.REJECTED);
            default -> Optional.empty();
        };
    }

    /**
     * A verdict of any of these answers for a person, with its code behind it, such as {@code accepted with errors (E)}; a code that the
     * standard does not have as it is.
     */
    public static String spoken(String verdict) {
        Optional<Acknowledgement> meant = verdict.length() == 2 ? business(verdict) : technical(verdict);
        return meant.map(word -> (verdict.endsWith("P")
                                ? "accepted in part"
                                : word.word().replace('-', ' ')) + " (" + verdict + ")")
                .orElse(verdict);
    }

    /** Whether two control numbers are the same: leading zeros and blanks say nothing. */
    public static boolean sameNumber(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}
