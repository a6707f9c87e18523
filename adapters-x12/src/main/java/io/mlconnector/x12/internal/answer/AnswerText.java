package io.mlconnector.x12.internal.answer;

import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The text of an interchange with acknowledgements or advices. Elements are written as given; empty ones at the end of
 * a segment are left out. The result is validated by reading it back.
 */
final class AnswerText {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final StringBuilder text = new StringBuilder(1024);
    private int segmentsInSet;
    private int sets;

    AnswerText(Envelope envelope) {
        this.envelope = envelope;
        this.delimiters = envelope.delimiters();
    }

    /** Whether an element can be written as it is. */
    boolean sendable(String value) {
        return value.chars()
                .allMatch(character -> character >= ' '
                        && character < 0x7f
                        && character != delimiters.element()
                        && character != delimiters.component()
                        && character != delimiters.repetition()
                        && character != delimiters.segment());
    }

    char componentSeparator() {
        return delimiters.component();
    }

    boolean newer() {
        return envelope.release() != Release.R004010;
    }

    void openInterchange() {
        InterchangeAddress sender = envelope.sender();
        InterchangeAddress receiver = envelope.receiver();
        segment(
                "ISA",
                "00",
                padded("", 10),
                "00",
                padded("", 10),
                sender.qualifier(),
                padded(sender.id(), 15),
                receiver.qualifier(),
                padded(receiver.id(), 15),
                SHORT_DATE.format(envelope.preparedAt()),
                TIME.format(envelope.preparedAt()),
                newer() ? String.valueOf(delimiters.repetition()) : "U",
                envelope.release().controlVersion(),
                nine(envelope.numbers().interchange()),
                envelope.acknowledgementRequested() ? "1" : "0",
                String.valueOf(envelope.usage().code()),
                String.valueOf(delimiters.component()));
    }

    void openGroup(String code) {
        segment(
                "GS",
                code,
                envelope.sender().group(),
                envelope.receiver().group(),
                DATE.format(envelope.preparedAt()),
                TIME.format(envelope.preparedAt()),
                Long.toString(envelope.numbers().group()),
                "X",
                envelope.release().version());
    }

    void openSet(String id) {
        sets++;
        segmentsInSet = 0;
        segment("ST", id, setNumber());
    }

    void closeSet() {
        segment("SE", Integer.toString(segmentsInSet + 1), setNumber());
    }

    void closeGroup() {
        segment("GE", Integer.toString(sets), Long.toString(envelope.numbers().group()));
    }

    void closeInterchange() {
        segment("IEA", sets == 0 ? "0" : "1", nine(envelope.numbers().interchange()));
    }

    void segment(String tag, String... elements) {
        segmentsInSet++;
        int last = elements.length;
        while (last > 0 && elements[last - 1].isEmpty()) {
            last--;
        }
        text.append(tag);
        for (int i = 0; i < last; i++) {
            text.append(delimiters.element()).append(elements[i]);
        }
        text.append(delimiters.segment());
    }

    private String setNumber() {
        return String.format(Locale.ROOT, "%04d", envelope.numbers().transactionSet() + sets - 1);
    }

    private static String nine(long number) {
        return String.format(Locale.ROOT, "%09d", number);
    }

    private static String padded(String value, int width) {
        return value + " ".repeat(Math.max(0, width - value.length()));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
