package io.mlconnector.domain.answering;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an 824 says of one document (loop OTI).
 *
 * @param verdict OTI01, data element 110: TA accepted, TE accepted with error, TC with change, TP partly, TR rejected, TH
 *     held; I, G and B instead of T speak of an item, a group or a batch
 * @param qualifier OTI02, data element 128, such as {@code PO} or {@code IV}
 * @param reference OTI03: number of the document that is answered
 * @param groupNumber OTI08: its GS06; may be empty
 * @param transactionSetNumber OTI09: its ST02; may be empty
 * @param transactionSetId OTI10: its ST01; may be empty
 * @param references REF01 and REF02 beside it, first of each kind
 * @param remarks the TED loops in their order; may be empty
 */
public record AdvisedDocument(
        String verdict,
        String qualifier,
        String reference,
        String groupNumber,
        String transactionSetNumber,
        String transactionSetId,
        Map<String, String> references,
        List<Remark> remarks) {
    public AdvisedDocument {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(groupNumber, "groupNumber");
        Objects.requireNonNull(transactionSetNumber, "transactionSetNumber");
        Objects.requireNonNull(transactionSetId, "transactionSetId");
        references = Map.copyOf(references);
        remarks = List.copyOf(remarks);
    }

    /**
     * One error (TED).
     *
     * @param code TED01, data element 647, such as {@code 010}
     * @param text TED02, and the notes (NTE) below; may be empty
     * @param segment TED03; may be empty
     * @param badValue TED07; may be empty
     * @param goodValue TED08; may be empty
     * @param position TED04: position of the segment in its set, ST = 1; 0 if it is not known, also in what older versions stored
     * @param element TED05: position of the element in the segment, first = 1; 0 if it is about none
     */
    public record Remark(
            String code, String text, String segment, String badValue, String goodValue, int position, int element) {

        /** Of no certain place. */
        public Remark(String code, String text, String segment, String badValue, String goodValue) {
            this(code, text, segment, badValue, goodValue, 0, 0);
        }

        public Remark {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(segment, "segment");
            Objects.requireNonNull(badValue, "badValue");
            Objects.requireNonNull(goodValue, "goodValue");
        }
    }
}
