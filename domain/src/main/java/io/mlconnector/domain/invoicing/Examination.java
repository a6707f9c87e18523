package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What came of aligning and checking an invoice; nothing of it touched a remote system but by reading. */
public sealed interface Examination {

    /**
     * What follows where F&O did not answer a question that the examination needs.
     *
     * @param outcome not {@link Outcome.Done}
     */
    static Examination failed(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new IllegalStateException("Not a failure: " + done.getClass());
            case Outcome.Refused<?>(Problem why) -> new Examination.Refused(why);
            case Outcome.NotNow<?>(Problem why, Optional<Duration> retryAfter) ->
                new Examination.Later(why, retryAfter);
            case Outcome.Unknown<?>(Problem why) -> new Examination.Later(why, Optional.empty());
        };
    }

    /**
     * It may be posted.
     *
     * @param invoice in F&O's terms
     * @param history the reason for every aligned value, and warnings
     */
    record Passed(InvoiceToPost invoice, List<HistoryEntry> history) implements Examination {
        public Passed {
            Objects.requireNonNull(invoice, "invoice");
            history = List.copyOf(history);
        }
    }

    /**
     * A person must decide.
     *
     * @param problems everything that stands in the way, at least one; the first speaks for all
     * @param history what was found
     */
    record Stopped(List<Problem> problems, List<HistoryEntry> history) implements Examination {
        public Stopped {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("An examination is stopped by at least one problem");
            }
            history = List.copyOf(history);
        }

        /** The same with one more thing to tell. */
        public Stopped told(String event, Problem what, Instant at) {
            return new Stopped(
                    problems,
                    Stream.concat(history.stream(), Stream.of(HistoryEntry.entry(at, event, what)))
                            .toList());
        }
    }

    /**
     * F&O has an invoice that we began: this document before, or a document of which the journal knows nothing any more,
     * because it was restored from an older backup. Its missing lines are added, and nothing is created a second time.
     *
     * @param invoice in F&O's terms
     * @param headerReference under which it is there
     * @param missing parts that are not there, numbered as by {@link InvoiceToPost#parts()}; empty if it is whole
     * @param history what was found
     */
    record BegunBefore(InvoiceToPost invoice, String headerReference, Set<Integer> missing, List<HistoryEntry> history)
            implements Examination {
        public BegunBefore {
            Objects.requireNonNull(invoice, "invoice");
            Objects.requireNonNull(headerReference, "headerReference");
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
            history = List.copyOf(history);
        }
    }

    /**
     * The same invoice is there already, in F&O or on its way.
     *
     * @param why where
     * @param duplicateOf the document of ours that has it; empty if F&O has it from somebody else
     */
    record AlreadyThere(Problem why, Optional<DocumentId> duplicateOf) implements Examination {
        public AlreadyThere {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(duplicateOf, "duplicateOf");
        }
    }

    /**
     * F&O refused to answer: a repeat will not help by itself.
     *
     * @param why what was refused
     */
    record Refused(Problem why) implements Examination {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * F&O could not be read now.
     *
     * @param why what stood in the way
     * @param retryAfter what F&O asked for
     */
    record Later(Problem why, Optional<Duration> retryAfter) implements Examination {
        public Later {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
