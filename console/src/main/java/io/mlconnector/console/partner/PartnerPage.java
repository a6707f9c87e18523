package io.mlconnector.console.partner;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.overview.Punctuality;
import java.util.List;

/**
 * The page of one partner.
 *
 * @param frame around it
 * @param row the partner
 * @param agreed what is agreed, in words
 * @param sequence of the control numbers in what we send
 * @param last the last one given out; 0 if none was
 * @param punctuality of the last days
 * @param days over how many
 * @param sent the last control numbers of ours, the newest first
 * @param received the last control numbers of the partner, the newest first
 * @param recent the newest documents
 */
public record PartnerPage(
        Frame frame,
        PartnerRow row,
        List<Part> agreed,
        NumberSequence sequence,
        long last,
        Punctuality punctuality,
        int days,
        List<UsedNumber> sent,
        List<UsedNumber> received,
        List<DocumentRow> recent) {

    private static final long HUNDRED = 100;

    public PartnerPage {
        agreed = List.copyOf(agreed);
        sent = List.copyOf(sent);
        received = List.copyOf(received);
        recent = List.copyOf(recent);
    }

    /**
     * Something that is agreed.
     *
     * @param title what it is about
     * @param lines in words
     */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of an agreement.
     *
     * @param name what it is about
     * @param words what is agreed
     */
    public record Line(String name, String words) {}

    /** Of which documents it is told. */
    public String period() {
        return punctuality.cut()
                ? "the newest " + Figures.count(Punctuality.MOST) + " documents that arrived"
                : "the last " + days + " days";
    }

    /** The share of answers that came in time; a dash if none was due. */
    public String inTime() {
        return share(punctuality.answeredInTime(), punctuality.answersDue());
    }

    /** The share of documents that arrived without having stood still; a dash if none arrived. */
    public String firstPass() {
        return share(punctuality.atOnce(), punctuality.judged());
    }

    /** Rounded down, so that 100 % means all. */
    private static String share(long part, long whole) {
        return whole == 0 ? "–" : part * HUNDRED / whole + " %";
    }
}
