package io.mlconnector.console.document;

import io.mlconnector.console.story.Answer;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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
 * @param groups each with what answers it; the oldest first
 * @param cut whether older documents are left out
 */
public record Chain(List<Group> groups, boolean cut) {

    /** Of so many of the newest that we sent the answers are looked up. */
    private static final int MOST_ASKED = 8;

    private static final Set<String> SENT = Set.of("850", "860", "850-json", "860-json");

    public Chain {
        groups = List.copyOf(groups);
    }

    /**
     * Something that was sent or came, with the answers to it.
     *
     * @param head it
     * @param answers the oldest first; empty if none is known
     */
    public record Group(Link head, List<Link> answers) {
        public Group {
            answers = List.copyOf(answers);
        }

        private Stream<Link> all() {
            return Stream.concat(Stream.of(head), answers.stream());
        }
    }

    /** All of it: each with its answers behind it. */
    public List<Link> links() {
        return groups.stream().flatMap(Group::all).toList();
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
     * @param done what was done with it, such as {@code we sent}
     * @param kind what it is, with the number of its transaction set
     * @param name the number by which people call it, or to what it is an answer
     * @param words condition or verdict, and the acknowledgement if one is due; each in a word
     * @param at when
     * @param address where it is shown; empty if nothing more is known of it
     * @param here whether it is the document whose page this is
     */
    public record Link(
            String way,
            String done,
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
        Map<String, String> heads = new HashMap<>();
        documents.forEach(document -> answers.getOrDefault(document.id().text(), List.of())
                .forEach(answer -> answer.document()
                        .filter(id ->
                                named.contains(id) && !id.equals(document.id().text()))
                        .ifPresent(id -> heads.putIfAbsent(id, document.id().text()))));
        documents.forEach(document -> advised(document, documents)
                .ifPresent(id -> heads.putIfAbsent(document.id().text(), id)));
        return new Chain(
                documents.stream()
                        .filter(document -> !heads.containsKey(document.id().text()))
                        .sorted(Comparator.comparing(DocumentRecord::createdAt))
                        .map(head -> new Group(
                                link(head, here),
                                Stream.concat(
                                                documents.stream()
                                                        .filter(one -> head.id()
                                                                .text()
                                                                .equals(heads.get(
                                                                        one.id().text())))
                                                        .map(one -> link(one, here)),
                                                answers.getOrDefault(head.id().text(), List.of()).stream()
                                                        .filter(answer -> isEnvelope(answer)
                                                                && answer.document()
                                                                        .filter(named::contains)
                                                                        .isEmpty())
                                                        .map(answer -> answered(head, answer)))
                                        .sorted(Comparator.comparing(Link::at))
                                        .toList()))
                        .toList(),
                related.cut());
    }

    /** The invoice of which an 824 of ours tells what is wrong: the last of its number that came before. */
    private static Optional<String> advised(DocumentRecord document, List<DocumentRecord> documents) {
        return document.type().equals("824")
                        && document.direction() == Direction.OUTBOUND
                        && !document.keys().invoiceNumber().isEmpty()
                ? documents.stream()
                        .filter(one -> one.direction() == Direction.INBOUND
                                && one.keys()
                                        .invoiceNumber()
                                        .equals(document.keys().invoiceNumber())
                                && !one.createdAt().isAfter(document.createdAt()))
                        .max(Comparator.comparing(DocumentRecord::createdAt))
                        .map(one -> one.id().text())
                : Optional.empty();
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
                done(document),
                row.kind() + number(document.type()),
                row.name(),
                Stream.concat(Stream.of(document.condition().word()), acknowledgement)
                        .toList(),
                document.createdAt(),
                Optional.of(row.address()),
                here.filter(document.id()::equals).isPresent());
    }

    /** What is about to go out, or never did, is not called sent. */
    private static String done(DocumentRecord document) {
        if (document.direction() == Direction.INBOUND) {
            return "we received";
        }
        if (document.stage() == Stage.DELIVERED) {
            return "we sent";
        }
        if (document.state().mayHaveWritten()) {
            return "perhaps sent";
        }
        return document.condition() == Condition.DISCARDED || document.condition() == Condition.DUPLICATE
                ? "never sent"
                : "not sent yet";
    }

    private static Link answered(DocumentRecord document, Answer answer) {
        return new Link(
                "inbound",
                "we received",
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
