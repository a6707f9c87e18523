package io.mlconnector.engine.intervention;

import io.mlconnector.domain.correction.CorrectionFault;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.Objects;
import java.util.Optional;

/** An edited payload, read and compared with the one that it is to replace; nothing is stored yet. */
public sealed interface Edit {

    /** An edited payload that can take the place of the original. */
    sealed interface Usable extends Edit {

        /** The bytes that were edited; they stay in the journal. */
        ContentHash original();

        /** The edited bytes. */
        Payload edited();

        /** What differs, by segments. */
        Payload difference();
    }

    /**
     * A corrected invoice.
     *
     * @param original see {@link Usable#original()}
     * @param edited see {@link Usable#edited()}
     * @param difference see {@link Usable#difference()}
     * @param replaces the content of the document when it was read
     * @param set what it says now; holds an invoice
     * @param keys the numbers that it has now
     */
    record OfInvoice(
            ContentHash original,
            Payload edited,
            Payload difference,
            Optional<ContentHash> replaces,
            ReceivedSet set,
            BusinessKeys keys)
            implements Usable {
        public OfInvoice {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(edited, "edited");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(replaces, "replaces");
            Objects.requireNonNull(set, "set");
            Objects.requireNonNull(keys, "keys");
        }
    }

    /**
     * A corrected order, under the name and the numbers that it has.
     *
     * @param original see {@link Usable#original()}
     * @param edited see {@link Usable#edited()}
     * @param difference see {@link Usable#difference()}
     * @param file what will be sent
     */
    record OfOrder(ContentHash original, Payload edited, Payload difference, OutboundFile file) implements Usable {
        public OfOrder {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(edited, "edited");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(file, "file");
        }
    }

    /**
     * The edited bytes cannot be used.
     *
     * @param fault why, and where
     */
    record Unusable(CorrectionFault fault) implements Edit {
        public Unusable {
            Objects.requireNonNull(fault, "fault");
        }
    }

    /**
     * The document cannot be edited now.
     *
     * @param why the reason, and what is possible
     */
    record Refused(String why) implements Edit {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /** There is no such document. */
    record Missing() implements Edit {}
}
