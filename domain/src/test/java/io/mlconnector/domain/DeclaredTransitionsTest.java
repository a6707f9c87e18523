package io.mlconnector.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Stopped;
import io.mlconnector.domain.flow.Transition;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceTransitions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.sending.SendingTransitions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: judges what all other tests visited. An undeclared transition fails the test that visits it, at once. */
@Order(Integer.MAX_VALUE)
class DeclaredTransitionsTest {

    private static final String HINT = "declared transitions that no test visited (run all tests of the module)";

    @Test
    void every_declared_transition_of_an_order_is_visited_by_a_test() {
        assertThat(VisitedTransitions.OF_ORDERS.neverVisited(SendingTransitions.ALL))
                .as(HINT)
                .isEmpty();
    }

    @Test
    void every_declared_transition_of_an_invoice_is_visited_by_a_test() {
        assertThat(VisitedTransitions.OF_INVOICES.neverVisited(InvoiceTransitions.ALL))
                .as(HINT)
                .isEmpty();
    }

    @Test
    void every_state_takes_part_in_a_transition_and_nothing_else_does() {
        assertThat(named(SendingTransitions.ALL)).isEqualTo(kindsOf(SendingState.class, Halted.class, Stopped.class));
        assertThat(named(InvoiceTransitions.ALL))
                .isEqualTo(kindsOf(InvoiceState.class, InvoiceState.FollowUp.class, Halted.class, Stopped.class));
    }

    @Test
    void no_transition_is_declared_twice() {
        for (List<Transition> declared : List.of(SendingTransitions.ALL, InvoiceTransitions.ALL)) {
            assertThat(declared.stream().map(one -> one.from() + one.to())).doesNotHaveDuplicates();
        }
    }

    private static Set<String> named(List<Transition> transitions) {
        Set<String> names = new TreeSet<>();
        for (Transition transition : transitions) {
            names.add(transition.from());
            names.add(transition.to());
        }
        return names;
    }

    private static Set<String> kindsOf(Class<?>... sealedFamilies) {
        return Arrays.stream(sealedFamilies)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .filter(kind -> !kind.isInterface())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
