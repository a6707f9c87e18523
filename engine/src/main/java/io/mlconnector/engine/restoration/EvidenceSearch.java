package io.mlconnector.engine.restoration;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.OutgoingSubject;
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
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for traces of documents that may have been sent. Only reads; each folder once. */
final class EvidenceSearch {

    /** What is unmatched is told of so many answers of a partner. */
    private static final int TOLD = 20;

    private final Engine engine;
    private final List<Connection> links;
    private final Map<String, Future<Outcome<List<FolderEntry>>>> folders = new HashMap<>();
    private final Map<String, Future<List<String>>> unmatched = new HashMap<>();

    EvidenceSearch(Engine engine, List<Connection> links) {
        this.engine = engine;
        this.links = links;
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

    /** What the partner wrote about this order since the journal was put back; before that, it was about an earlier revision. */
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
                                + one.keys().controlNumber() + " names order " + order)
                        .toList());
    }

    /** A 997 names numbers only: one that answers none of ours that we know answers something that was sent since. */
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
                        .map(found -> found.stream()
                                .flatMap(one -> one.reason().stream())
                                .filter(why -> why.code().equals("answer-unmatched"))
                                .map(why -> "it may be what this is about: " + why.message())
                                .limit(TOLD)
                                .toList()));
    }

    private Future<Void> folder(DocumentRecord document, List<String> sent, List<String> looked) {
        Optional<Connection> link = links.stream()
                .filter(one -> one.id().equals(document.connection()))
                .findFirst();
        Optional<TradingPartner> partner = link.flatMap(known -> known.partners().all().stream()
                .filter(one -> one.id().id().equals(document.partner()))
                .findFirst());
        Optional<FolderReference> folder =
                partner.flatMap(TradingPartner::orders).map(OrderAgreement::folder);
        if (OutgoingSubject.of(document.type()) != OutgoingSubject.ORDER || folder.isEmpty()) {
            looked.add("no folder was looked into");
            return Future.succeededFuture();
        }
        return folders.computeIfAbsent(
                        document.connection() + " " + folder.get(),
                        ignored -> engine.onContext(link.orElseThrow().mailbox().list(folder.get())))
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
