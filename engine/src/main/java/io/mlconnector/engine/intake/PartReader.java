package io.mlconnector.engine.intake;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.edi.UnreadBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Collects one part of a large file: the transaction sets from an offset on, and the interchanges that end after them. */
final class PartReader implements DocumentSink {

    /**
     * A part of a file.
     *
     * @param content its documents without those of incomplete interchanges, and the interchanges that end in it
     * @param next where the next part begins; empty if this is the last one
     */
    record Part(DecodedFile content, OptionalLong next) {}

    /** Ends the reading when the part is full. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("the part is full", null, false, false);
        }
    }

    private final FileSurvey survey;
    private final FileSizes sizes;
    private final long from;
    private final List<DecodedDocument> documents = new ArrayList<>();
    private final List<ReceivedInterchange> interchanges = new ArrayList<>();
    private OptionalLong next = OptionalLong.empty();
    private long bytes;
    private int sets;
    private int interchange;
    private int setInInterchange = -1;
    private boolean begun;

    private PartReader(FileSurvey survey, FileSizes sizes, long from) {
        this.survey = survey;
        this.sizes = sizes;
        this.from = from;
        this.begun = from == 0;
    }

    /** Reads the part that begins at an offset. Long: not for an event loop. */
    static Part read(
            DocumentCodec codec, byte[] file, ReadingRules.Book rules, FileSurvey survey, FileSizes sizes, long from) {
        PartReader reader = new PartReader(survey, sizes, from);
        try {
            codec.decode(file, rules, reader);
        } catch (Full full) {
            // what was collected so far is the part
        }
        List<UnreadBytes> unread = reader.next.isEmpty() ? survey.unread() : List.of();
        return new Part(new DecodedFile(reader.documents, reader.interchanges, List.of(), unread), reader.next);
    }

    @Override
    public void document(DecodedDocument document) {
        setInInterchange++;
        if (document.offset() < from) {
            return;
        }
        begun = true;
        if (sets > 0 && (sets >= sizes.partSets() || bytes + document.length() > sizes.partBytes())) {
            next = OptionalLong.of(document.offset());
            throw new Full();
        }
        sets++;
        bytes += document.length();
        if (survey.complete(interchange)) {
            documents.add(survey.against(interchange, setInInterchange)
                    .map(document::with)
                    .orElse(document));
        }
    }

    @Override
    public void interchange(ReceivedInterchange ended) {
        interchange++;
        setInInterchange = -1;
        if (begun) {
            interchanges.add(ended);
        }
    }

    @Override
    public void problem(SyntaxProblem problem) {
        // told with the file, by the survey
    }

    @Override
    public void unread(UnreadBytes bytes) {
        // told with the last part, by the survey
    }
}
