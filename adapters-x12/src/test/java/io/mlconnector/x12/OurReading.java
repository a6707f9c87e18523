package io.mlconnector.x12;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.InterchangeSearch;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The result of our reader for a file: findings and sets of the codec, segments of its cursor at the same places. */
final class OurReading {
    private OurReading() {}

    static Reading of(byte[] file) {
        DecodedFile decoded = DecodedInvoices.file(file);
        NavigableMap<Long, List<String>> segments = segments(file);
        var sets = new ArrayList<Reading.SetRead>();
        var findings = new ArrayList<Reading.Finding>();
        for (DecodedDocument document : decoded.documents()) {
            var reference = document.reference();
            Map<Long, List<String>> inside =
                    segments.subMap(document.offset(), document.offset() + Math.max(1, document.length()));
            sets.add(new Reading.SetRead(
                    String.join(
                            " ",
                            reference.interchangeNumber(),
                            reference.groupNumber(),
                            reference.transactionSetId(),
                            reference.transactionSetNumber()),
                    List.copyOf(inside.values())));
            boolean compared = StaediReading.KNOWN.contains(reference.transactionSetId());
            document.problems().stream()
                    .filter(problem -> compared || !problem.standardCode().matches("AK[34]0.*"))
                    .forEach(problem -> finding(sets.size() - 1, problem).ifPresent(findings::add));
        }
        decoded.problems().forEach(problem -> finding(-1, problem).ifPresent(findings::add));
        return new Reading(
                sets,
                findings,
                decoded.problems().stream()
                        .filter(problem -> problem.severity() == Severity.FATAL)
                        .map(SyntaxProblem::code)
                        .toList());
    }

    private static Optional<Reading.Finding> finding(int set, SyntaxProblem problem) {
        if (problem.code().equals("release-unsupported")) {
            return Optional.of(new Reading.Finding(set, 1, "ST", 0, Differences.ANOTHER_RELEASE));
        }
        if (problem.code().equals("segment-terminator-missing")) {
            return Optional.of(new Reading.Finding(set, 1, "ST", 0, Differences.TERMINATOR_MISSING));
        }
        if (problem.standardCode().isEmpty() || problem.severity() == Severity.NOTE) {
            return Optional.empty();
        }
        return Optional.of(new Reading.Finding(
                set,
                set < 0 ? 0 : problem.segmentInSet(),
                problem.segment(),
                problem.element(),
                problem.standardCode().replaceFirst("AK304 [16]$", "AK304 1/6")));
    }

    private static NavigableMap<Long, List<String>> segments(byte[] file) {
        var segments = new TreeMap<Long, List<String>>();
        SourceText source = SourceText.of(file);
        int position = source.hasByteOrderMark() ? 3 : 0;
        boolean joined = false;
        while ((position = InterchangeSearch.next(source, position)) >= 0) {
            if (!joined && InterchangeSearch.wrapped(source, position)) {
                joined = true;
                if (InterchangeSearch.exactWhenJoined(source, position)) {
                    source.joinLines(position);
                }
            }
            Optional<InterchangeHeader> header = InterchangeHeader.at(source, position);
            position = header.isEmpty() ? position + 3 : interchange(source, header.get(), segments);
        }
        return segments;
    }

    private static int interchange(SourceText source, InterchangeHeader header, Map<Long, List<String>> segments) {
        SegmentCursor cursor = SegmentCursor.searching(source, header, 1, X12Codec.LARGEST_SET);
        while (cursor.next()) {
            boolean trailer = cursor.tagText().equals("IEA");
            if (!cursor.terminated() && !trailer) {
                break;
            }
            var elements = new ArrayList<String>();
            elements.add(cursor.tagText());
            for (int i = 1; i <= cursor.elements(); i++) {
                elements.add(value(cursor, header, i));
            }
            while (elements.size() > 1 && elements.get(elements.size() - 1).isEmpty()) {
                elements.remove(elements.size() - 1);
            }
            segments.put(cursor.offset(), elements);
            if (trailer) {
                return cursor.positionAfterEmptySegments();
            }
        }
        return cursor.skipRest();
    }

    private static String value(SegmentCursor cursor, InterchangeHeader header, int element) {
        var value = new StringBuilder();
        for (int i = cursor.from(element); i < cursor.to(element); i++) {
            int sign = cursor.at(i);
            value.append(
                    sign == header.componentSeparator()
                            ? '>'
                            : sign == header.repetitionSeparator() ? '^' : (char) sign);
        }
        return StaediReading.plain(value.toString());
    }
}
