package io.mlconnector.x12.internal.order.segment;

import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.interchange.Delimiters;
import java.util.Locale;

/** Which characters a document may contain, and how others are replaced (reference x12, sections 1.3 and 1.4). */
public final class Characters {
    private static final byte SENDABLE = 1;
    private static final byte DELIMITER = 2;

    private final TextRules rules;
    private final byte[] kinds = new byte[128];
    private final boolean[] inIds = new boolean[128];
    private boolean clash;

    Characters(Delimiters delimiters, TextRules rules) {
        this.rules = rules;
        for (int i = ' '; i < 0x7f; i++) {
            kinds[i] = rules.characters().holds(i) ? SENDABLE : 0;
        }
        for (char delimiter :
                new char[] {delimiters.element(), delimiters.component(), delimiters.repetition(), delimiters.segment()
                }) {
            if (delimiter < kinds.length) {
                kinds[delimiter] = DELIMITER;
            }
        }
    }

    /**
     * A text in the agreed characters.
     *
     * @param unknown whether a letter has no spelling
     * @param delimited whether a separator was replaced
     */
    record Spelling(String text, boolean unknown, boolean delimited) {}

    /** Whether an id can be sent; remembers its characters. */
    boolean carriesId(String id) {
        boolean all = true;
        for (int i = 0; i < id.length(); i++) {
            char character = id.charAt(i);
            if (character >= kinds.length || kinds[character] == 0) {
                all = false;
            } else {
                inIds[character] = true;
                if (kinds[character] == DELIMITER) {
                    clash = true;
                    all = false;
                }
            }
        }
        return all;
    }

    /** Whether an id held a separator. */
    public boolean clash() {
        return clash;
    }

    /** Whether any id contains this character. */
    boolean inIds(char character) {
        return character < inIds.length && inIds[character];
    }

    /** Whether a text can be sent as it is: no other character, no leading, trailing or repeated blanks. */
    boolean carriesText(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= kinds.length || kinds[character] != SENDABLE || (character == ' ' && before == ' ')) {
                return false;
            }
            before = character;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Spells a text with the agreed characters; trims it and collapses repeated blanks. */
    Spelling spell(String text) {
        String ascii = rules.transliterated() ? Transliteration.ascii(text) : text;
        boolean unknown = rules.transliterated() && count(ascii) > count(text);
        boolean delimited = false;
        StringBuilder clean = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char character = ascii.charAt(i);
            char spelled = ' ';
            if (character > ' ' && character < 0x7f) {
                spelled = kinds[character] == 0 && rules.transliterated() ? otherwise(character) : character;
                if (kinds[character] == DELIMITER || kinds[spelled] == DELIMITER) {
                    delimited = true;
                    spelled = kinds[rules.substitute()] == SENDABLE ? rules.substitute() : ' ';
                } else if (kinds[spelled] == 0) {
                    unknown = true;
                    spelled = kinds[Transliteration.UNKNOWN] == SENDABLE ? Transliteration.UNKNOWN : ' ';
                }
            } else if (character >= 0xa1) {
                unknown = true;
                spelled = kinds[Transliteration.UNKNOWN] == SENDABLE ? Transliteration.UNKNOWN : ' ';
            }
            if (spelled != ' ' || (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ')) {
                clean.append(spelled);
            }
        }
        int length = clean.length();
        if (length > 0 && clean.charAt(length - 1) == ' ') {
            clean.setLength(length - 1);
        }
        return new Spelling(clean.toString(), unknown, delimited);
    }

    private static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == Transliteration.UNKNOWN) {
                count++;
            }
        }
        return count;
    }

    /** The nearest character of the basic set. */
    private static char otherwise(char character) {
        return switch (character) {
            case '[', '{', '<' -> '(';
            case ']', '}', '>' -> ')';
            case '\\', '|' -> '/';
            case '_', '~' -> '-';
            case '`' -> '\'';
            case '^' -> ' ';
            default -> Character.toString(character).toUpperCase(Locale.ROOT).charAt(0);
        };
    }
}
