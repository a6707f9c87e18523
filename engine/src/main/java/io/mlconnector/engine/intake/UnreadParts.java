package io.mlconnector.engine.intake;

import io.mlconnector.domain.words.Counted;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.edi.UnreadBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bytes of a file that belong to no document: put in order, each once, and told to a person. */
final class UnreadParts {

    /** Where the nine characters of ISA13 begin and end in an interchange. */
    private static final int ISA13 = 90;

    private static final int ISA13_END = 99;

    /** So many places are told one by one; the last one reaches over all further ones, so that no byte is lost. */
    private static final int MOST = 200;

    private final List<UnreadBytes> parts = new ArrayList<>();

    void add(UnreadBytes found) {
        if (parts.size() < MOST) {
            parts.add(found);
        } else {
            parts.set(MOST - 1, both(parts.get(MOST - 1), found));
        }
    }

    /** In order of position, without overlaps. */
    List<UnreadBytes> inOrder() {
        List<UnreadBytes> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingLong(UnreadBytes::offset));
        List<UnreadBytes> apart = new ArrayList<>();
        for (UnreadBytes one : sorted) {
            int last = apart.size() - 1;
            if (last >= 0 && one.offset() <= apart.get(last).end()) {
                apart.set(last, both(apart.get(last), one));
            } else {
                apart.add(one);
            }
        }
        return apart;
    }

    private static UnreadBytes both(UnreadBytes one, UnreadBytes other) {
        long from = Math.min(one.offset(), other.offset());
        UnreadBytes longer = other.length() > one.length() ? other : one;
        return new UnreadBytes(from, Math.max(one.end(), other.end()) - from, longer.why());
    }

    /** Why a person has to look. */
    static Problem problem(String fileName, List<UnreadBytes> unread) {
        return Problem.of(
                ProblemCode.BYTES_UNREAD,
                fileName,
                "Of file " + fileName + " "
                        + belonging(
                                unread.stream().mapToLong(UnreadBytes::length).sum())
                        + " to no document, and nothing was done with them. "
                        + told(unread.get(0))
                        + (unread.size() > 1
                                ? " And " + Counted.of(unread.size() - 1, "more place") + ", in the history."
                                : "")
                        + " Look at the bytes and ask the partner to send again what they were; then discard this"
                        + " document.");
    }

    /**
     * ISA13 of the first of them that begins with an ISA segment, which has the same length in every interchange (X12.5); an empty text if
     * none does. An interchange that was cut came all the same, and nobody is to look for it.
     */
    static String controlNumber(byte[] file, List<UnreadBytes> unread) {
        return unread.stream()
                .filter(one -> one.length() >= ISA13_END)
                .map(one -> new String(file, (int) one.offset(), ISA13_END, StandardCharsets.ISO_8859_1))
                .filter(isa -> isa.startsWith("ISA"))
                .map(isa -> isa.substring(ISA13))
                .filter(number -> number.matches("[0-9]{9}"))
                .findFirst()
                .orElse("");
    }

    private static String belonging(long bytes) {
        return Counted.of(bytes, "byte") + (bytes == 1 ? " belongs" : " belong");
    }

    /** One place. */
    static String told(UnreadBytes one) {
        return Counted.of(one.length(), "byte") + " from byte " + one.offset() + ": " + one.why();
    }
}
