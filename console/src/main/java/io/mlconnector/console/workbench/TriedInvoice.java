package io.mlconnector.console.workbench;

import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an invoice would become.
 *
 * @param number the vendor's
 * @param tone the word that gives it its colour
 * @param verdict in a sentence
 * @param history what its document would tell
 * @param posting in F&O's terms; empty if it would not be posted
 */
public record TriedInvoice(
        String number, String tone, String verdict, List<String> history, Optional<InvoiceToPost> posting) {

    /** As an examination found. */
    static TriedInvoice of(ReceivedSet set, Examination examination) {
        String number = set.invoice().orElseThrow().number();
        return switch (examination) {
            case Examination.Passed(InvoiceToPost posting, List<HistoryEntry> history) ->
                new TriedInvoice(
                        number,
                        "posts",
                        "It would be posted as the vendor invoice below.",
                        messages(history),
                        Optional.of(posting));
            case Examination.BegunBefore begun ->
                new TriedInvoice(
                        number,
                        "posts",
                        begun.missing().isEmpty()
                                ? "F&O has all of it already, so nothing would be written."
                                : "F&O has a part of it already; the "
                                        + begun.missing().size() + " missing parts would be added.",
                        messages(begun.history()),
                        Optional.of(begun.invoice()));
            case Examination.Stopped(List<Problem> problems, List<HistoryEntry> history) ->
                new TriedInvoice(
                        number,
                        "holds",
                        "It would be held.",
                        Stream.concat(
                                        messages(history).stream(),
                                        problems.stream().map(Problem::message))
                                .toList(),
                        Optional.empty());
            case Examination.AlreadyThere already ->
                with(number, "later", "It would be a duplicate, and nothing would be done with it.", already.why());
            case Examination.Refused refused -> with(number, "fails", "It would fail.", refused.why());
            case Examination.Later later ->
                with(number, "later", "F&O cannot say it now; it would wait. Try again.", later.why());
        };
    }

    /** Nobody is known who sends it. */
    static TriedInvoice ofStranger(ReceivedSet set) {
        return new TriedInvoice(
                set.invoice().orElseThrow().number(),
                "holds",
                "It would be held: no connection has a partner with the address "
                        + set.reference().sender()
                        + ". Choose as whose it is read, or enter the address in the configuration.",
                List.of(),
                Optional.empty());
    }

    private static TriedInvoice with(String number, String tone, String verdict, Problem why) {
        return new TriedInvoice(number, tone, verdict, List.of(why.message()), Optional.empty());
    }

    private static List<String> messages(List<HistoryEntry> history) {
        return history.stream().map(HistoryEntry::message).toList();
    }
}
