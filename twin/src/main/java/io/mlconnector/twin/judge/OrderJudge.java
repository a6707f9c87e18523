package io.mlconnector.twin.judge;

import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.dynamics.purchasing.ConfirmedLine;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.partner.BookedLine;
import io.mlconnector.twin.partner.BookedOrder;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.x12.Interchange;
import io.mlconnector.twin.x12.TransactionSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that each confirmed revision reached its folder exactly once. A message belongs to the revision whose lines
 * the partner has recorded after reading it; its name and its control numbers are not considered.
 */
final class OrderJudge {

    /** The tolerance of a line for a price rounded to six decimals. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Evidence evidence;
    private final Declared declared;
    private final Findings findings;
    private final Set<String> files = new HashSet<>();
    private final Map<String, Sent> interchanges = new HashMap<>();
    private final Map<String, BookedOrder> books = new HashMap<>();
    private final Map<String, List<Confirmation>> revisions = new HashMap<>();
    private final Map<String, String> delivered = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();

    private record Sent(String file, String sha256) {}

    OrderJudge(Evidence evidence, Declared declared, Findings findings) {
        this.evidence = evidence;
        this.declared = declared;
        this.findings = findings;
    }

    void judge() {
        for (Confirmation confirmation : evidence.confirmations()) {
            partner(confirmation)
                    .ifPresent(partner -> revisions
                            .computeIfAbsent(key(partner, confirmation.orderNumber()), absent -> new ArrayList<>())
                            .add(confirmation));
        }
        evidence.uploads().forEach(this::read);
        revisions.forEach(this::missing);
        findings.count("uploads", evidence.uploads().size());
        findings.count("revisions delivered", delivered.size());
        findings.count(
                "revisions confirmed",
                revisions.values().stream().mapToInt(List::size).sum());
    }

    private Optional<Partner> partner(Confirmation confirmation) {
        return evidence.partners().stream()
                .filter(partner ->
                        confirmation.vendorAccount().equals(partner.vendors().get(confirmation.legalEntity())))
                .findFirst();
    }

    private static String key(Partner partner, String orderNumber) {
        return partner.id() + "/" + orderNumber;
    }

    private void read(Upload upload) {
        String path = upload.folder() + "/" + upload.name();
        String sha256 = Ids.sha256(upload.content().getBytes());
        List<Interchange> found = Interchange.readAll(upload.content());
        if (!files.add(path + " " + sha256)) {
            findings.resent("File " + path + " of " + orders(found) + " was uploaded again with the same bytes");
            return;
        }
        Optional<Partner> partner = evidence.partners().stream()
                .filter(candidate -> candidate.uploadFolder().equals(upload.folder()))
                .findFirst();
        if (partner.isEmpty() || found.isEmpty()) {
            findings.unexpected("File " + path + (found.isEmpty() ? " contains no interchange" : " is for no partner"));
            return;
        }
        for (Interchange interchange : found) {
            read(interchange, partner.get(), new Sent(path, sha256));
        }
    }

    private static String orders(List<Interchange> interchanges) {
        return "order "
                + String.join(
                        ", ",
                        interchanges.stream()
                                .flatMap(interchange -> interchange.sets().stream())
                                .map(TransactionSet::purchaseOrderNumber)
                                .toList());
    }

    private void read(Interchange interchange, Partner partner, Sent sent) {
        String orders = orders(List.of(interchange));
        Sent before = interchanges.putIfAbsent(interchange.duplicateKey(), sent);
        if (before != null) {
            boolean same = before.sha256().equals(sent.sha256());
            findings.doubled(
                    "Interchange " + interchange.duplicateKey() + " of " + orders + " was received in " + before.file()
                            + " and in " + sent.file() + (same ? " with the same content" : " with different content"));
            return;
        }
        if (!interchange.problems().isEmpty()) {
            findings.unexpected("File " + sent.file() + " of " + orders + " is malformed: " + interchange.problems());
        }
        if (!interchange.receiver().equals(partner.them().id())) {
            findings.unexpected("File " + sent.file() + " of " + orders + " is in the folder of " + partner.id()
                    + " but is addressed to " + interchange.receiver());
            return;
        }
        interchange.sets().forEach(set -> read(set, partner, sent.file()));
    }

    private void read(TransactionSet set, Partner partner, String file) {
        String key = key(partner, set.purchaseOrderNumber());
        String message = "The " + set.id() + " in " + file + " for order " + set.purchaseOrderNumber();
        List<Confirmation> those = revisions.getOrDefault(key, List.of());
        if (those.isEmpty()) {
            findings.unexpected(message + " belongs to no confirmation");
            return;
        }
        if (set.id().equals("850")) {
            books.put(key, new BookedOrder(partner, set.purchaseOrderNumber()));
        }
        BookedOrder book = books.computeIfAbsent(key, absent -> new BookedOrder(partner, set.purchaseOrderNumber()));
        book.take(set);
        int revision = revision(those, book.ordered());
        if (revision < 0) {
            findings.unexpected(message + " leaves the partner with an order content that was never confirmed");
            return;
        }
        Confirmation confirmation = those.get(revision);
        String first = delivered.putIfAbsent(confirmation.key(), file);
        if (first != null) {
            findings.doubled(
                    message + " repeats confirmation " + confirmation.key() + ", which was already sent in " + first);
        } else if (newest.getOrDefault(key, -1) > revision) {
            findings.unexpected(
                    message + " sends confirmation " + confirmation.key() + " after a newer one had been sent");
        }
        newest.merge(key, revision, Math::max);
    }

    /** The newest revision with these lines that was not received yet, otherwise the newest with these lines, or -1. */
    private int revision(List<Confirmation> those, List<BookedLine> lines) {
        int told = -1;
        for (int i = those.size() - 1; i >= 0; i--) {
            Confirmation confirmation = those.get(i);
            if (same(evidence.confirmedLines().getOrDefault(confirmation.key(), List.of()), lines)) {
                if (!delivered.containsKey(confirmation.key())) {
                    return i;
                }
                told = told < 0 ? i : told;
            }
        }
        return told;
    }

    private static boolean same(List<ConfirmedLine> confirmed, List<BookedLine> booked) {
        return confirmed.size() == booked.size()
                && confirmed.stream().allMatch(line -> booked.stream().anyMatch(other -> same(line, other)));
    }

    private static boolean same(ConfirmedLine confirmed, BookedLine booked) {
        return booked.number().equals(String.valueOf(confirmed.number()))
                && booked.quantity().compareTo(confirmed.quantity()) == 0
                && booked.amount().subtract(confirmed.amount()).abs().compareTo(CENT) <= 0;
    }

    private void missing(String key, List<Confirmation> those) {
        int newestTold = newest.getOrDefault(key, -1);
        for (int i = 0; i < those.size(); i++) {
            Confirmation confirmation = those.get(i);
            if (delivered.containsKey(confirmation.key())) {
                continue;
            }
            if (i < newestTold) {
                findings.count("revisions superseded", 1);
            } else if (declared.orders().contains(confirmation.key())) {
                findings.count("revisions declared", 1);
            } else {
                findings.lost("Confirmation " + confirmation.key() + " of order " + confirmation.orderNumber()
                        + " for vendor " + confirmation.vendorAccount() + " was never uploaded");
            }
        }
    }
}
