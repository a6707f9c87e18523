package io.mlconnector.x12.internal.answer;

import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.interchange.Envelope;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes an 824 (reference x12, section 8): texts are cut to what fits, ids are not. */
final class AdviceWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_NOTE = 80;
    private static final int LONGEST_VALUE = 99;
    private static final int MOST_SEGMENTS = 999_999;
    private static final int MOST_ELEMENTS = 99;
    private static final int LONGEST_REFERENCE_OLD = 30;
    private static final int LONGEST_REFERENCE = 50;

    private final AnswerText out;
    private final AnswerProblems problems;

    AdviceWriter(AnswerText out, AnswerProblems problems) {
        this.out = out;
        this.problems = problems;
    }

    void write(ApplicationAdvice advice, Envelope envelope) {
        LocalDate date = advice.date().orElse(envelope.preparedAt().toLocalDate());
        out.openSet("824");
        out.segment("BGN", advice.purpose(), id("BGN", 2, advice.reference()), DATE.format(date));
        advice.documents().forEach(this::write);
        out.closeSet();
    }

    private void write(AdvisedDocument document) {
        out.segment(
                "OTI",
                document.verdict(),
                document.qualifier(),
                id("OTI", 3, document.reference()),
                "",
                "",
                "",
                "",
                document.groupNumber().matches("\\d{1,9}") ? document.groupNumber() : "",
                document.transactionSetNumber().length() < 4 || !out.sendable(document.transactionSetNumber())
                        ? ""
                        : document.transactionSetNumber(),
                document.transactionSetId());
        document.references().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(reference -> out.segment("REF", reference.getKey(), id("REF", 2, reference.getValue())));
        document.remarks().forEach(this::write);
    }

    private void write(Remark remark) {
        String text = text(remark.text());
        out.segment(
                "TED",
                remark.code(),
                cut(text, LONGEST_TEXT),
                remark.segment(),
                known(remark.position(), MOST_SEGMENTS),
                known(remark.element(), MOST_ELEMENTS),
                "",
                cut(text(remark.badValue()), LONGEST_VALUE),
                cut(text(remark.goodValue()), LONGEST_VALUE));
        for (int begin = LONGEST_TEXT; begin < text.length(); begin += LONGEST_NOTE) {
            out.segment(
                    "NTE",
                    "GEN",
                    text.substring(begin, Math.min(text.length(), begin + LONGEST_NOTE))
                            .strip());
        }
    }

    private static String known(int position, int most) {
        return position > 0 && position <= most ? Integer.toString(position) : "";
    }

    private String id(String segment, int element, String value) {
        int most = out.newer() ? LONGEST_REFERENCE : LONGEST_REFERENCE_OLD;
        if (value.isBlank() || value.length() > most || !out.sendable(value)) {
            problems.error(
                    "reference-not-writable",
                    segment,
                    element,
                    value,
                    "A reference has 1 to " + most
                            + " characters without delimiters; it is never altered. Report the error in another way.");
        }
        return value;
    }

    /** A text without what cannot be sent. */
    private String text(String value) {
        var clean = new StringBuilder();
        value.chars().forEach(character -> {
            String one = String.valueOf((char) character);
            clean.append(out.sendable(one) ? one : " ");
        });
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }
}
