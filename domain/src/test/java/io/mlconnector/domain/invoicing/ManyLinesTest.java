package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.Examination.Stopped;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Problem;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Forty times the lines are about forty times the work, not 1,600 times: measured in memory that is taken, and by an end that only
 * quadratic work reaches.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyLinesTest {

    private static final int FEW = 500;
    private static final int MANY = 20_000;

    private static Stopped stopped(int lines, Set<Cause> waived) {
        VendorInvoice invoice = AnInvoice.over(IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> AnInvoiceLine.at(line).of("12", "EA").priced("19.95"))
                        .toArray(AnInvoiceLine[]::new))
                .build();
        OpenOrder order = Orders.open(IntStream.rangeClosed(1, lines)
                .mapToObj(line -> AnOrderLine.numbered(line).of("10", "ea").build())
                .toArray(OrderLine[]::new));
        InvoiceExamination.Facts facts = new InvoiceExamination.Facts(
                Partners.acme(),
                Checks.USUAL,
                List.of(order),
                ProductFacts.NONE,
                CrossReferences.NONE,
                waived,
                Invoices.MARK,
                Problems.NOON);
        long before = taken();
        Examination examination = InvoiceExamination.examine(invoice, facts);
        work = taken() - before;
        return (Stopped) examination;
    }

    private static long work;

    private static long taken() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void the_work_grows_with_the_lines() {
        stopped(FEW, Set.of());
        stopped(FEW, Set.of());
        long few = work;
        stopped(MANY, Set.of());
        assertThat(work).isLessThan(few * 80);
    }

    /** Each line of an invoice looks its order up: with a look at all lines of it that would be a square of work. */
    @Test
    void an_order_is_looked_up_without_a_look_at_its_lines() {
        OpenOrder few = Orders.open(AnOrderLine.numbered(1).build());
        OpenOrder many = Orders.open(IntStream.rangeClosed(1, FEW)
                .mapToObj(line -> AnOrderLine.numbered(line).build())
                .toArray(OrderLine[]::new));
        assertThat(few).isNotEqualTo(many).hasSameHashCodeAs(many);
    }

    @Test
    void every_difference_is_a_cause_of_its_own_and_the_reason_stays_readable() {
        Stopped stopped = stopped(MANY, Set.of());
        assertThat(stopped.problems()).hasSizeGreaterThanOrEqualTo(2 * MANY);
        Held held = Held.because(stopped.problems(), new InvoiceState.Received(Set.of(), 0));
        assertThat(held.causes()).hasSizeGreaterThanOrEqualTo(2 * MANY);
        assertThat(held.why().message()).hasSizeLessThan(20_000).endsWith(" more.");
    }

    @Test
    void what_a_person_accepted_is_found_without_comparing_everything_with_everything() {
        Set<Cause> waived = stopped(MANY, Set.of()).problems().stream()
                .filter(problem -> problem.code().equals("price-differs"))
                .map(Problem::cause)
                .collect(Collectors.toSet());
        assertThat(stopped(MANY, waived).problems())
                .hasSizeGreaterThanOrEqualTo(MANY)
                .noneMatch(problem -> problem.code().equals("price-differs"));
    }
}
