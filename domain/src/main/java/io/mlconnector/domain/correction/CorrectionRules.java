package io.mlconnector.domain.correction;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit may change. An invoice may say anything else, as long as it goes between the same two ends; an order file keeps
 * its whole envelope and its order number, because the partner and our journal know it by them.
 */
public final class CorrectionRules {

    private CorrectionRules() {}

    /**
     * Whether edited bytes can take the place of an invoice.
     *
     * @param original envelope of the invoice as it came; empty if it is not known any more
     * @param outside problems of the file outside of its sets
     * @param sets in the edited bytes
     * @return why not; empty if they can
     */
    public static Optional<CorrectionFault> ofInvoice(
            Optional<EnvelopeReference> original, List<SyntaxProblem> outside, List<CorrectedSet> sets) {
        return oneSet("810", outside, sets).or(() -> {
            EnvelopeReference edited = sets.get(0).reference();
            return original.filter(was -> !was.sender().equals(edited.sender())
                            || !was.receiver().equals(edited.receiver()))
                    .map(was -> CorrectionFault.because("The edited file goes from " + edited.sender() + " to "
                            + edited.receiver() + ", the original from " + was.sender() + " to " + was.receiver()
                            + ". An edit corrects what an invoice says, not who sent it: keep both ends."));
        });
    }

    /**
     * Whether edited bytes can take the place of a file that we send. What we send keeps the standard to the letter: a wrong count
     * is no detail.
     *
     * @param fileName of the file, for messages
     * @param original the set in the file as it is; empty if it cannot be read
     * @param outside problems of the edited file outside of its sets
     * @param sets in the edited bytes
     * @param transactionSetId of the file: 850 or 860
     * @return why not; empty if they can
     */
    public static Optional<CorrectionFault> ofOrder(
            String fileName,
            Optional<CorrectedSet> original,
            List<SyntaxProblem> outside,
            List<CorrectedSet> sets,
            String transactionSetId) {
        return oneSet(transactionSetId, outside, sets)
                .or(() -> faultless(transactionSetId, outside, sets.get(0)))
                .or(() -> sameOrder(fileName, original, sets.get(0)));
    }

    private static Optional<CorrectionFault> oneSet(
            String wanted, List<SyntaxProblem> outside, List<CorrectedSet> sets) {
        List<SyntaxProblem> serious = atLeast(Severity.ERROR, outside);
        if (!serious.isEmpty()) {
            return Optional.of(new CorrectionFault("The edited file breaks the standard.", serious));
        }
        if (sets.size() != 1) {
            return Optional.of(CorrectionFault.because("The edited file must hold exactly one interchange with one "
                    + wanted + "; it holds " + sets.size() + " transaction sets."));
        }
        CorrectedSet set = sets.get(0);
        if (!set.reference().transactionSetId().equals(wanted)) {
            return Optional.of(CorrectionFault.because(
                    "The edited file holds an " + set.reference().transactionSetId() + ", not an " + wanted + "."));
        }
        return set.usable()
                ? Optional.empty()
                : Optional.of(new CorrectionFault(
                        "The edited " + wanted + " breaks the standard.", atLeast(Severity.ERROR, set.problems())));
    }

    private static Optional<CorrectionFault> faultless(String wanted, List<SyntaxProblem> outside, CorrectedSet set) {
        List<SyntaxProblem> all = new ArrayList<>(outside);
        all.addAll(set.problems());
        List<SyntaxProblem> faults = atLeast(Severity.WARNING, all);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorrectionFault("The edited " + wanted + " breaks the standard.", faults));
    }

    private static Optional<CorrectionFault> sameOrder(
            String fileName, Optional<CorrectedSet> original, CorrectedSet edited) {
        if (original.isEmpty() || !original.get().reference().equals(edited.reference())) {
            return Optional.of(CorrectionFault.because("The envelope differs from the one of " + fileName
                    + ". Keep both ends, the control numbers (ISA13, GS06, ST02), the version and the usage."));
        }
        String was = original.get().orderNumber();
        return was.equals(edited.orderNumber())
                ? Optional.empty()
                : Optional.of(CorrectionFault.because(
                        (edited.reference().transactionSetId().equals("860") ? "BCH" : "BEG") + "03 says order "
                                + edited.orderNumber() + ", but this document is order " + was
                                + ". Keep the order number."));
    }

    private static List<SyntaxProblem> atLeast(Severity severity, List<SyntaxProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity().compareTo(severity) >= 0)
                .toList();
    }
}
