package io.mlconnector.domain.sending;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of reading, aligning and writing an order; nothing of it touched a remote system but by reading. */
public sealed interface Preparation {

    /**
     * The file is written.
     *
     * @param file what will be sent
     * @param history what was read, aligned and written
     */
    record Prepared(OutboundFile file, List<HistoryEntry> history) implements Preparation {
        public Prepared {
            Objects.requireNonNull(file, "file");
            history = List.copyOf(history);
        }
    }

    /**
     * The journal was put back to an earlier time, and a person said that the partner has it already.
     *
     * @param file stands for the one that was sent, of which only the folder and the meaning are known
     * @param history what was read and aligned
     */
    record SentBefore(OutboundFile file, List<HistoryEntry> history) implements Preparation {
        public SentBefore {
            Objects.requireNonNull(file, "file");
            history = List.copyOf(history);
        }
    }

    /**
     * The folder holds a file of this very revision, of which the journal knows nothing: it was restored from an older
     * backup.
     *
     * @param file as it would have been written, under the name of the one that is there
     * @param history what was read and aligned
     */
    record AlreadyThere(OutboundFile file, List<HistoryEntry> history) implements Preparation {
        public AlreadyThere {
            Objects.requireNonNull(file, "file");
            history = List.copyOf(history);
        }
    }

    /**
     * There is nothing to send: the last revision that was delivered says the same, or a later one went out already.
     *
     * @param why the document that says so
     */
    record NothingNew(Problem why) implements Preparation {
        public NothingNew {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A person must repair something first.
     *
     * @param why what and how
     * @param history what was done before
     */
    record Stopped(Problem why, List<HistoryEntry> history) implements Preparation {
        public Stopped {
            Objects.requireNonNull(why, "why");
            history = List.copyOf(history);
        }
    }

    /**
     * The remote system refused to show the order: a repeat will not help by itself.
     *
     * @param why what was refused
     */
    record Refused(Problem why) implements Preparation {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A remote system could not be read now.
     *
     * @param why what stood in the way
     * @param retryAfter what the remote system asked for
     */
    record Later(Problem why, Optional<Duration> retryAfter) implements Preparation {
        public Later {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * The remote system does not show all of the order, it seems: it is read again a bounded number of times, and then a person
     * decides.
     *
     * @param why what does not fit
     */
    record NotWhole(Problem why) implements Preparation {
        public NotWhole {
            Objects.requireNonNull(why, "why");
        }
    }
}
