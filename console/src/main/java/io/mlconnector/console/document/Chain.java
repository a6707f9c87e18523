package io.mlconnector.console.document;

import io.mlconnector.console.story.Answer;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about one order, drawn as a chain: what was sent, what was answered to it, and what came.
 *
 * @param links the oldest first
 * @param cut whether older documents are left out
 */
public record Chain(List<Link> links, boolean cut) {

    /** Of so many of the newest that we sent the answers are looked up. */
    private static final int MOST_ASKED = 8;

    private static final Set<String> SENT = Set.of("850", "860", "850-json", "860-json");

    public Chain {
        links = List.copyOf(links);
    }

    /**
     * The documents of a chain.
     *
     * @param documents that name the order
     * @param cut whether older ones are left out
     */
    public record Related(List<DocumentRecord> documents, boolean cut) {
        public Related {
            documents = List.copyOf(documents);
        }

        /**
         * So many of each direction, the newest, and one that is among them in any case.
         *
         * @param found the oldest first
         */
        static Related of(List<DocumentRecord> found, int most, DocumentRecord always) {
            List<DocumentRecord> newest = Stream.of(Direction.OUTBOUND, Direction.INBOUND)
                    .map(direction -> found.stream()
                            .filter(document -> document.direction() == direction)
                            .toList())
                    .flatMap(all -> all.subList(Math.max(0, all.size() - most), all.size()).stream())
                    .toList();
            return new Related(
                    Stream.concat(
                                    newest.stream()
                                            .filter(document -> !document.id().equals(always.id())),
                                    Stream.of(always))
                            .toList(),
                    newest.size() < found.size());
        }
    }

    /**
     * One of them.
     *
     * @param way {@code outbound} or {@code inbound}
     * @param kind what it is, with the number of its transaction set
     * @param name the number by which people call it, or to what it is an answer
     * @param words condition or verdict, and the acknowledgement if one is due; each in a word
     * @param at when
     * @param address where it is shown; empty if nothing more is known of it
     * @param here whether it is the document whose page this is
     */
    public record Link(
            String way,
            String kind,
            String name,
            List<String> words,
            Instant at,
            Optional<String> address,
            boolean here) {
        public Link {
            Objects.requireNonNull(at, "at");
            words = List.copyOf(words);
        }
    }

    /** Those whose answers of the envelope belong into the chain: they name no order themselves. */
    public static List<DocumentRecord> asked(List<DocumentRecord> documents) {
        List<DocumentRecord> sent = documents.stream()
                .filter(document -> SENT.contains(document.type()))
                .sorted(Comparator.comparing(DocumentRecord::createdAt))
                .toList();
        return sent.subList(Math.max(0, sent.size() - MOST_ASKED), sent.size());
    }

    /**
     * The chain.
     *
     * @param related its documents
     * @param answers to those of {@link #asked}, by the document's id
     * @param here whose page it is; empty if it is the order's
     */
    public static Chain of(Related related, Map<String, List<Answer>> answers, Optional<DocumentId> here) {
        List<DocumentRecord> documents = related.documents();
        Set<String> named =
                documents.stream().map(document -> document.id().text()).collect(Collectors.toSet());
        Stream<Link> answered = documents.stream()
                .flatMap(document -> answers.getOrDefault(document.id().text(), List.of()).stream()
                        .filter(answer -> isEnvelope(answer)
                                && answer.document().filter(named::contains).isEmpty())
                        .map(answer -> answered(document, answer)));
        return new Chain(
                Stream.concat(documents.stream().map(document -> link(document, here)), answered)
                        .sorted(Comparator.comparing(Link::at))
                        .toList(),
                related.cut());
    }

    /** What names the order is there as a document. */
    private static boolean isEnvelope(Answer answer) {
        return Set.of("997", "999", "TA1", "824").contains(answer.set());
    }

    private static Link link(DocumentRecord document, Optional<DocumentId> here) {
        DocumentRow row = new DocumentRow(document);
        Stream<String> acknowledgement = document.acknowledgement() == Acknowledgement.NONE
                ? Stream.empty()
                : Stream.of(document.acknowledgement().word());
        return new Link(
                document.direction().word(),
                row.kind() + number(document.type()),
                row.name(),
                Stream.concat(Stream.of(document.condition().word()), acknowledgement)
                        .toList(),
                document.createdAt(),
                Optional.of(row.address()),
                here.filter(document.id()::equals).isPresent());
    }

    private static Link answered(DocumentRecord document, Answer answer) {
        return new Link(
                "inbound",
                DocumentRow.kind(answer.set()) + number(answer.set()),
                "to " + new DocumentRow(document).revision(),
                answer.verdict().isEmpty() ? List.of() : List.of(answer.verdict()),
                answer.at(),
                answer.document().map(id -> "/documents/" + id),
                false);
    }

    private static String number(String type) {
        return type.endsWith("-json") ? "" : " " + type;
    }
}
