package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.payload.Payload;
import java.util.Objects;

/** One thing that becomes known of a document, besides where it stands. */
public sealed interface Amendment {

    /**
     * Bytes that came up on the way, to be kept with the document's history.
     *
     * @param payload the bytes
     */
    record KeptPayload(Payload payload) implements Amendment {
        public KeptPayload {
            Objects.requireNonNull(payload, "payload");
        }
    }

    /**
     * The document's new content.
     *
     * @param payload the bytes
     */
    record NewContent(Payload payload) implements Amendment {
        public NewContent {
            Objects.requireNonNull(payload, "payload");
        }
    }

    /**
     * The partner and what is exchanged with it.
     *
     * @param partner short name of the partner
     * @param type X12 transaction set
     */
    record Exchange(String partner, String type) implements Amendment {
        public Exchange {
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * The numbers by which people look for the document.
     *
     * @param keys all of them: what is empty here is empty from now on
     */
    record Numbers(BusinessKeys keys) implements Amendment {
        public Numbers {
            Objects.requireNonNull(keys, "keys");
        }
    }

    /**
     * What people may look for in the document besides its numbers.
     *
     * @param text as {@code domain.search} makes it: what was there before is gone
     */
    record SearchText(String text) implements Amendment {
        public SearchText {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The write that is intended.
     *
     * @param key of the job, unique in the journal
     */
    record Job(String key) implements Amendment {
        public Job {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * What the partner said. That an answer is awaited changes nothing if one came before: a partner may be faster than the proof
     * that the file arrived.
     *
     * @param acknowledgement what was said, or that it is awaited
     */
    record Answer(Acknowledgement acknowledgement) implements Amendment {
        public Answer {
            Objects.requireNonNull(acknowledgement, "acknowledgement");
        }
    }

    /**
     * Whether the new content keeps the rules of its format.
     *
     * @param validity whether it does
     */
    record Validity(io.mlconnector.domain.words.Validity validity) implements Amendment {
        public Validity {
            Objects.requireNonNull(validity, "validity");
        }
    }
}
