package io.mlconnector.cleo.options;

import java.net.URI;
import java.util.Objects;

/**
 * An API Provider endpoint of CIC Studio (reference cleo, section 6.1): where documents of one partner are posted.
 *
 * @param url the whole address of the endpoint
 * @param access what it asks for
 * @param proof what proves that a document arrived
 */
public record ApiProviderOptions(URI url, Access access, Proof proof) {

    public ApiProviderOptions {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(proof, "proof");
    }

    /** What an endpoint asks for. Secrets are shown by none of them. */
    public sealed interface Access {

        /** Nothing. */
        record None() implements Access {}

        /** HTTP Basic. */
        record Basic(String username, String password) implements Access {
            @Override
            public String toString() {
                return "Basic[" + username + "]";
            }
        }

        /** {@code Authorization: Bearer}. */
        record Bearer(String key) implements Access {
            @Override
            public String toString() {
                return "Bearer[hidden]";
            }
        }

        /** A header of its own. */
        record Header(String name, String key) implements Access {
            @Override
            public String toString() {
                return "Header[" + name + "]";
            }
        }
    }

    /** What proves that a document arrived. */
    public sealed interface Proof {

        /** Any answer of success; when the answer is lost, nothing can be asked. */
        record Success() implements Proof {}

        /**
         * An answer of success with a member that is not empty, such as an id; when the answer is lost, nothing can be asked.
         *
         * @param member name of a member of the JSON object, or names with dots between them
         */
        record Member(String member) implements Proof {}

        /**
         * An address that answers with success once the document is there, and with 404 or 410 before.
         *
         * @param template with {@code {document}} where the id of the document goes
         */
        record StatusAddress(String template) implements Proof {

            /** Stands for the id of the document. */
            public static final String DOCUMENT = "{document}";

            public StatusAddress {
                if (!template.contains(DOCUMENT)) {
                    throw new IllegalArgumentException(
                            "must contain " + DOCUMENT + ", which stands for our document's id");
                }
            }
        }
    }
}
