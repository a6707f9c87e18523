package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What distinguishes the kinds of documents that we send. How a file gets into its folder is the same for all of them. */
public interface Outgoing {

    /** Finds out what there is to write; only reads, so that a forecast goes the very same way. */
    Future<Prepared> prepare(Subject subject);

    /** Why stored bytes are not sent any more: something later went out already. */
    Future<Optional<Problem>> superseded(Subject subject);

    /** Id of a document that goes first; empty if none does. */
    Future<Optional<String>> before(Subject subject);

    /** What is done when nobody can tell whether an upload arrived. */
    OnUnknownOutcome onUnknownOutcome(Subject subject);

    /** Where the gateway keeps copies of files that it took out of the folder; empty if nowhere that we may look. */
    default Optional<FolderReference> archive(Subject subject) {
        return Optional.empty();
    }

    /** How long the partner may take to answer; empty if no answer is expected. */
    Optional<Duration> acknowledgeWithin(Subject subject);

    /** For whom or what it is, for messages. */
    String purpose(Subject subject);

    /** Documents with the same job do the same. */
    String job(Subject subject);

    /**
     * What the document was prepared from, as the remote system told it.
     *
     * @param worth what is at stake in it
     * @param searchText what people may look for in it
     * @param payload all of it, before anything of it was changed
     */
    record AsRead(Worth worth, String searchText, Payload payload) {}

    /** What the preparation leads to. */
    sealed interface Prepared {

        /** What it was prepared from; empty if nothing was read. */
        Optional<AsRead> read();

        /** The same, prepared from this. */
        Prepared from(AsRead read);

        /** What is at stake in the document; empty if it was not found out. */
        default Optional<Worth> worth() {
            return read().map(AsRead::worth);
        }

        /** There is nothing to write. */
        record Settled(Preparation preparation, Optional<AsRead> read) implements Prepared {

            /** Of a document for which nothing was read. */
            Settled(Preparation preparation) {
                this(preparation, Optional.empty());
            }

            @Override
            public Settled from(AsRead found) {
                return new Settled(preparation, Optional.of(found));
            }
        }

        /**
         * A file is to be written with control numbers, and sent.
         *
         * @param writing writes it
         * @param content replaces the document's payload; empty if it stays
         * @param history what was found out on the way
         * @param read what it was prepared from
         */
        record ToWrite(Writing writing, Optional<Payload> content, List<HistoryEntry> history, Optional<AsRead> read)
                implements Prepared {

            /** Of a document for which nothing was read. */
            ToWrite(Writing writing, Optional<Payload> content, List<HistoryEntry> history) {
                this(writing, content, history, Optional.empty());
            }

            @Override
            public ToWrite from(AsRead found) {
                return new ToWrite(writing, content, history, Optional.of(found));
            }
        }

        /** The folder holds this very document already. */
        record InFolder(ToWrite write, FolderEntry entry) implements Prepared {

            @Override
            public Optional<AsRead> read() {
                return write.read();
            }

            @Override
            public InFolder from(AsRead found) {
                return new InFolder(write.from(found), entry);
            }
        }
    }
}
