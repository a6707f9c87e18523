package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a confirmation says, judged as soon as it is read and before anything is made of it, whatever brought us to read it: an event,
 * a look, a replay or a preview.
 */
public sealed interface ConfirmedContent {

    /**
     * It can be told.
     *
     * @param order with each line once, and the kind that it is
     * @param notes what a person may want to know
     */
    record Whole(PurchaseOrder order, List<String> notes) implements ConfirmedContent {
        public Whole {
            Objects.requireNonNull(order, "order");
            notes = List.copyOf(notes);
        }
    }

    /**
     * Not all of it is there, it seems: it may be a moment later.
     *
     * @param why what to do if it stays so
     */
    record NotWhole(Problem why) implements ConfirmedContent {
        public NotWhole {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It can be understood in two ways.
     *
     * @param why the question
     */
    record Unclear(Problem why) implements ConfirmedContent {
        public Unclear {
            Objects.requireNonNull(why, "why");
        }
    }

    /** What of a confirmation's header its lines are compared with. */
    enum Comparison {
        /** Amounts and quantities. */
        EVERYTHING,
        /** Amounts only: F&O's quantities are totalled in a way of the tenant's own. */
        AMOUNTS,
        /** Nothing. */
        NOTHING
    }

    /**
     * Judges it.
     *
     * @param read as F&O shows it
     * @param agreed what its lines are compared with
     */
    static ConfirmedContent of(PurchaseOrder read, Comparison agreed) {
        return switch (DeliverySchedule.of(read)) {
            case DeliverySchedule.Unclear(Problem why) -> new Unclear(why);
            case DeliverySchedule.Clear(PurchaseOrder order, List<String> recognised) ->
                switch (OrderCompleteness.of(order, agreed)) {
                    case OrderCompleteness.NotWhole(Problem why) -> new NotWhole(why);
                    case OrderCompleteness.Whole whole -> {
                        List<String> notes = new ArrayList<>(recognised);
                        whole.note().ifPresent(notes::add);
                        yield new Whole(order.with(kind(order)), notes);
                    }
                };
        };
    }

    /** Where F&O does not tell the kind: goods go back if every line takes some back. */
    private static OrderDetails kind(PurchaseOrder order) {
        boolean back = !order.openLines().isEmpty()
                && order.openLines().stream()
                        .allMatch(line -> line.quantity().amount().signum() < 0);
        return back ? order.details().of(order.details().kind().or(OrderKind.RETURN)) : order.details();
    }
}
