package io.mlconnector.engine.cause;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.intervention.condition.Seen;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person wants done about a cause, for all documents that stand still for it.
 *
 * @param causeKey of the cause
 * @param way how they shall go on
 */
public record CauseFix(String causeKey, Way way) {

    public CauseFix {
        Objects.requireNonNull(causeKey, "causeKey");
        Objects.requireNonNull(way, "way");
    }

    /** How documents go on. */
    public sealed interface Way {}

    /**
     * The word that has no translation gets one, and they are done again.
     *
     * @param means the other word
     * @param legalEntity in whose documents it holds; empty: in those of all
     * @param from the first day of documents for which it holds; empty: all
     * @param unchecked whether it is entered also if F&O does not have it, or cannot say
     */
    public record Translate(
            String means, Optional<LegalEntity> legalEntity, Optional<LocalDate> from, boolean unchecked)
            implements Way {
        public Translate {
            Objects.requireNonNull(means, "means");
            Objects.requireNonNull(legalEntity, "legalEntity");
            Objects.requireNonNull(from, "from");
        }
    }

    /**
     * They go on despite it: a person accepts the difference in each of them.
     *
     * @param seen what he was shown of them; those that are not so any more, or came since, are left. Empty: whatever they are
     */
    public record Accept(Optional<Seen> seen) implements Way {

        public Accept {
            Objects.requireNonNull(seen, "seen");
        }

        /** Whatever they are. */
        public Accept() {
            this(Optional.empty());
        }
    }

    /** They are done again: what stood in the way was put right elsewhere. */
    public record Again() implements Way {}
}
