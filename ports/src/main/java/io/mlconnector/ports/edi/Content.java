package io.mlconnector.ports.edi;

import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.search.InvoiceSearchText;
import io.mlconnector.domain.search.OrderSearchText;
import io.mlconnector.domain.search.SearchText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a transaction set says, as far as we understand it. */
public sealed interface Content {

    /** What people may look for in it besides its numbers, as {@code domain.search} makes it; empty if it is not understood. */
    default Optional<String> searchText() {
        return switch (this) {
            case Invoice(VendorInvoice invoice) -> Optional.of(InvoiceSearchText.of(invoice));
            case OrderAnswer(OrderResponse response) -> Optional.of(OrderSearchText.of(response));
            case Shipment(ShipNotice notice) -> Optional.of(OrderSearchText.of(notice));
            case Advice(ApplicationAdvice advice) -> Optional.of(OrderSearchText.of(advice));
            case FunctionalAcknowledgement said ->
                Optional.of(SearchText.ofAll(Stream.concat(
                                said.groupRemarks().stream(),
                                said.answers().stream().flatMap(answer -> answer.remarks().stream()))
                        .toList()));
            case Opaque() -> Optional.empty();
        };
    }

    /**
     * An 810.
     *
     * @param invoice never null
     */
    record Invoice(VendorInvoice invoice) implements Content {
        public Invoice {
            Objects.requireNonNull(invoice, "invoice");
        }
    }

    /**
     * A 997 or 999: the answer to one functional group that we sent.
     *
     * @param groupCode AK101, such as {@code PO}
     * @param groupNumber AK102: our GS06
     * @param groupVerdict AK901: A, E, P or R; empty if absent
     * @param groupRemarks what AK905 to AK909 say, and counts of AK9 that do not fit, a line each; may be empty
     * @param answers the answers to single transaction sets; empty speaks for the whole group
     */
    record FunctionalAcknowledgement(
            String groupCode, long groupNumber, String groupVerdict, List<String> groupRemarks, List<Answer> answers)
            implements Content {
        public FunctionalAcknowledgement {
            Objects.requireNonNull(groupCode, "groupCode");
            Objects.requireNonNull(groupVerdict, "groupVerdict");
            groupRemarks = List.copyOf(groupRemarks);
            answers = List.copyOf(answers);
        }

        /**
         * The answer to one transaction set (AK2 to AK5).
         *
         * @param transactionSetId AK201, such as {@code 850}
         * @param transactionSetNumber AK202: our ST02
         * @param verdict AK501: A, E, R, M, W or X
         * @param remarks what AK3 and AK4 point at, a line each; may be empty
         */
        public record Answer(
                String transactionSetId, String transactionSetNumber, String verdict, List<String> remarks) {
            public Answer {
                Objects.requireNonNull(transactionSetId, "transactionSetId");
                Objects.requireNonNull(transactionSetNumber, "transactionSetNumber");
                Objects.requireNonNull(verdict, "verdict");
                remarks = List.copyOf(remarks);
            }
        }
    }

    /**
     * An 855 or 865.
     *
     * @param response never null
     */
    record OrderAnswer(OrderResponse response) implements Content {
        public OrderAnswer {
            Objects.requireNonNull(response, "response");
        }
    }

    /**
     * An 856.
     *
     * @param notice never null
     */
    record Shipment(ShipNotice notice) implements Content {
        public Shipment {
            Objects.requireNonNull(notice, "notice");
        }
    }

    /**
     * An 824.
     *
     * @param advice never null
     */
    record Advice(ApplicationAdvice advice) implements Content {
        public Advice {
            Objects.requireNonNull(advice, "advice");
        }
    }

    /** A transaction set that is kept but not understood, or too damaged to be understood. */
    record Opaque() implements Content {}
}
