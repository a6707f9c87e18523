package io.mlconnector.engine.restoration;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.OrderKeys;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for traces of documents that may have been sent. Only reads; each folder once. */
final class EvidenceSearch {

    /** What is unmatched is told of so many answers of a partner. */
    private static final int TOLD = 20;

    /** So many received files are looked through for TA1s, the newest first. */
    private static final int FILES = 1000;

    private static final int PAGE = 200;
    private static final String UNMATCHED = "answer-unmatched";

    private final Engine engine;
    private final List<Connection> connections;
    private final Map<String, Future<Outcome<List<FolderEntry>>>> folders = new HashMap<>();
    private final Map<String, Future<List<String>>> unmatched = new HashMap<>();

    EvidenceSearch(Engine engine, List<Connection> connections) {
        this.engine = engine;
        this.connections = connections;
    }

    Future<HeldDocument> of(DocumentRecord document) {
        List<String> sent = new ArrayList<>();
        List<String> looked = new ArrayList<>();
        return answersNaming(document)
                .compose(found -> {
                    sent.addAll(found);
                    if (found.isEmpty()) {
                        looked.add("nothing received names it");
                    }
                    return answersToUnknownNumbers(document);
                })
                .compose(found -> {
                    sent.addAll(found);
                    return folder(document, sent, looked);
                })
                .compose(ignored -> engine.onContext(engine.journal().history(document.id())))
                .map(history -> new HeldDocument(
                        document,
                        history.isEmpty() ? "" : history.getFirst().entry().message(),
                        sent,
                        looked));
    }

    /** What the partner wrote about this order, whenever that came: it may be about an earlier revision, so its time is told. */
    private Future<List<String>> answersNaming(DocumentRecord document) {
        String order = document.keys().orderNumber();
        if (order.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return engine.onContext(engine.journal()
                        .list(DocumentFilter.ALL.where(
                                new Criterion.OfConnection(document.connection()),
                                new Criterion.Going(Direction.INBOUND),
                                new Criterion.Mentioning(order))))
                .map(found -> found.stream()
                        .filter(one -> one.keys().orderNumber().equalsIgnoreCase(order))
                        .filter(one ->
                                document.partner().isEmpty() || one.partner().equals(document.partner()))
                        .map(one -> one.type() + " " + one.id() + " in interchange "
                                + one.keys().controlNumber() + ", taken " + one.createdAt() + ", names order " + order)
                        .toList());
    }

    /** A 997 or TA1 names numbers only: one that answers none of ours that we know answers something that was sent since. */
    private Future<List<String>> answersToUnknownNumbers(DocumentRecord document) {
        return unmatched.computeIfAbsent(
                document.connection() + " " + document.partner(),
                ignored -> engine.onContext(engine.journal()
                                .list(DocumentFilter.ALL
                                        .where(
                                                new Criterion.OfConnection(document.connection()),
                                                new Criterion.OfPartner(document.partner()),
                                                new Criterion.Going(Direction.INBOUND))
                                        .page(DocumentFilter.LARGEST_LIMIT, Optional.empty())))
                        .compose(found -> interchangeAnswers(document.connection(), document.partner())
                                .map(ofInterchanges -> Stream.concat(
                                                found.stream()
                                                        // What names an order speaks for that one only.
                                                        .filter(one -> one.keys()
                                                                .orderNumber()
                                                                .isEmpty())
                                                        .flatMap(one -> one.reason().stream())
                                                        .filter(why ->
                                                                why.code().equals(UNMATCHED))
                                                        .map(Problem::message),
                                                ofInterchanges.stream())
                                        .map(message -> "it may be what this is about: " + message)
                                        .limit(TOLD)
                                        .toList())));
    }

    /** A TA1 is no document: it stands in the history of its file. */
    private Future<List<String>> interchangeAnswers(String connection, String partner) {
        return files(Optional.empty(), new ArrayList<>()).compose(files -> {
            Future<List<String>> all = Future.succeededFuture(new ArrayList<>());
            for (FileRecord file : files) {
                if (file.connection().equals(connection) && file.partner().equals(partner)) {
                    all = all.compose(told -> engine.onContext(engine.journal().history(file.id()))
                            .map(history -> {
                                history.stream()
                                        .map(RecordedEntry::entry)
                                        .filter(entry -> entry.event().equals(UNMATCHED))
                                        .forEach(entry -> told.add(entry.message()));
                                return told;
                            }));
                }
            }
            return all;
        });
    }

    private Future<List<FileRecord>> files(Optional<DocumentId> after, List<FileRecord> found) {
        return engine.onContext(engine.journal().files(PAGE, after)).compose(page -> {
            found.addAll(page);
            return page.size() < PAGE || found.size() >= FILES
                    ? Future.succeededFuture(found)
                    : files(Optional.of(page.getLast().id()), found);
        });
    }

    private Future<Void> folder(DocumentRecord document, List<String> sent, List<String> looked) {
        Optional<Connection> connection = connections.stream()
                .filter(one -> one.id().equals(document.connection()))
                .findFirst();
        Optional<TradingPartner> partner = connection.flatMap(known -> known.partners().all().stream()
                .filter(one -> one.id().id().equals(document.partner()))
                .findFirst());
        Optional<FolderReference> folder = partner.flatMap(TradingPartner::orders)
                .flatMap(agreed -> agreed.ofType(document.type()))
                .map(OrderAgreement::folder);
        if (OutgoingSubject.of(document.type()) != OutgoingSubject.ORDER || folder.isEmpty()) {
            looked.add("no folder was looked into");
            return Future.succeededFuture();
        }
        return folders.computeIfAbsent(
                        document.connection() + " " + folder.get(),
                        ignored -> engine.onContext(
                                connection.orElseThrow().mailbox().list(folder.get())))
                .map(outcome -> {
                    look(outcome, document, partner.orElseThrow(), folder.get(), sent, looked);
                    return null;
                });
    }

    private static void look(
            Outcome<List<FolderEntry>> outcome,
            DocumentRecord document,
            TradingPartner partner,
            FolderReference folder,
            List<String> sent,
            List<String> looked) {
        switch (outcome) {
            case Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries) -> {
                List<String> names = entries.stream()
                        .map(FolderEntry::name)
                        .filter(name -> OutboundFileName.isOf(name, partner.id(), OrderKeys.of(document.keys())))
                        .toList();
                names.forEach(name -> sent.add(name + " lies in " + folder));
                if (names.isEmpty()) {
                    looked.add("no file of it lies in " + folder + ", from which a router may have taken it");
                }
            }
            case Outcome.Refused<List<FolderEntry>>(Problem why) -> looked.add(unread(folder, why));
            case Outcome.NotNow<List<FolderEntry>>(Problem why, Optional<Duration> ignored) ->
                looked.add(unread(folder, why));
            case Outcome.Unknown<List<FolderEntry>>(Problem why) -> looked.add(unread(folder, why));
        }
    }

    private static String unread(FolderReference folder, Problem why) {
        return folder + " could not be read: " + why.message();
    }
}
