package io.mlconnector.benchmarks.lines;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.benchmarks.data.Trade;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.x12.X12Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One invoice of which every line differs from its order, from the bytes to the reason for which it is held and to its
 * 997: with 200 lines, 2,000 and 20,000. Ten times the lines should take ten times the time, however many translations operators keep.
 */
public final class LongInvoiceRun {

    private static final List<Integer> SIZES = List.of(200, 2_000, 20_000);
    /** Lines in all that each step sees before it is timed, so that a short invoice is as warm as a long one. */
    private static final int WARM_UP_LINES = 100_000;

    private static final int ROUNDS = 7;

    /** Of words that the invoice does not have: all of them would have to be looked at, if they were looked at one by one. */
    private static final CrossReferences REFERENCES = new CrossReferences(IntStream.range(0, 50_000)
            .mapToObj(i -> CrossReference.always(
                    Trade.partner().id(), CrossReference.Kind.ITEM, "VN:OTHER-" + i, "OTHER-" + i))
            .toList());

    private LongInvoiceRun() {}

    /** The program; it takes no arguments. */
    public static void main(String[] arguments) {
        List<Map<String, Double>> columns = SIZES.stream()
                .map(lines -> medians(new Steps(lines), WARM_UP_LINES / lines))
                .toList();
        System.out.printf(Locale.ROOT, "%-22s", "ms, lines:");
        SIZES.forEach(lines -> System.out.printf(Locale.ROOT, " %10d", lines));
        System.out.println();
        for (String step : columns.get(0).keySet()) {
            System.out.printf(Locale.ROOT, "%-22s", step);
            columns.forEach(column -> System.out.printf(Locale.ROOT, " %10.1f", column.getOrDefault(step, 0.0)));
            System.out.println();
        }
    }

    /** All that is measured, each step with what the one before it gives. */
    private static final class Steps {
        private final X12Codec codec = new X12Codec();
        private final byte[] file;
        private final InvoiceExamination.Facts facts;
        private final DecodedFile decoded;
        private final VendorInvoice invoice;

        Steps(int lines) {
            file = InvoiceFiles.oneOf(lines, "19.95");
            facts = Trade.facts(lines);
            decoded = codec.decode(file);
            if (!(decoded.documents().getFirst().content() instanceof Content.Invoice(VendorInvoice read))) {
                throw new IllegalStateException("The generated file holds no invoice");
            }
            invoice = read;
            if (examined().causes().size() < lines) {
                throw new IllegalStateException("Not every line differs");
            }
        }

        Map<String, Supplier<?>> all() {
            Map<String, Supplier<?>> steps = new LinkedHashMap<>();
            steps.put("decode", () -> codec.decode(file));
            steps.put(
                    "map",
                    () -> InvoiceAlignment.align(
                            invoice, facts.partner(), facts.orders(), facts.products(), CrossReferences.NONE));
            steps.put(
                    "map, 50,000 references",
                    () -> InvoiceAlignment.align(
                            invoice, facts.partner(), facts.orders(), facts.products(), REFERENCES));
            steps.put("examine", this::examined);
            steps.put("answer", this::answered);
            return steps;
        }

        /** Mapping included: with the reason for a person. */
        private Held examined() {
            if (InvoiceExamination.examine(invoice, facts) instanceof Examination.Stopped stopped) {
                return Held.because(stopped.problems(), new InvoiceState.Received(Set.of(), 0));
            }
            throw new IllegalStateException("An invoice that differs has passed");
        }

        private EncodedFile answered() {
            return codec.acknowledge(
                    InterchangeAnswers.to(decoded.interchanges().getFirst(), Confirmation.ON_REQUEST, true),
                    Trade.envelope());
        }
    }

    private static Map<String, Double> medians(Steps steps, int warmUp) {
        Map<String, Supplier<?>> all = steps.all();
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        all.keySet().forEach(step -> taken.put(step, new ArrayList<>()));
        taken.put("together", new ArrayList<>());
        for (int round = -warmUp; round < ROUNDS; round++) {
            double together = 0;
            for (Map.Entry<String, Supplier<?>> step : all.entrySet()) {
                double one = milliseconds(step.getValue());
                // Mapping is a part of the examination.
                together += step.getKey().startsWith("map") ? 0 : one;
                if (round >= 0) {
                    taken.getOrDefault(step.getKey(), new ArrayList<>()).add(one);
                }
            }
            if (round >= 0) {
                taken.getOrDefault("together", new ArrayList<>()).add(together);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        taken.forEach((step, each) -> medians.put(step, median(each)));
        return medians;
    }

    private static double milliseconds(Supplier<?> step) {
        long begin = System.nanoTime();
        if (step.get() == null) {
            throw new IllegalStateException("A step gave nothing");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
