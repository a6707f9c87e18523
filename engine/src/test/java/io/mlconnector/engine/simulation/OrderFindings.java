package io.mlconnector.engine.simulation;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.memory.MemoryMailbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges what left one connection: each revision once, in order, with numbers of its own, to whom it belongs. */
final class OrderFindings {

    private static final String NAME = ".*_[a-z]+-(PO-[0-9]+)-([0-9]+)_.*";

    private final World world;
    private final Deeds deeds;
    private final List<DocumentRecord> documents;
    private final List<String> wrong = new ArrayList<>();

    OrderFindings(World world, Deeds deeds, List<DocumentRecord> documents) {
        this.world = world;
        this.deeds = deeds;
        this.documents = documents;
    }

    List<String> judge() {
        world.play().confirmed().forEach(this::order);
        uploads();
        documents.forEach(this::delivered);
        documents.stream()
                .filter(document -> !world.keepsPayloadsOf(document.id()))
                .forEach(document ->
                        wrong.add("bytes lost: the history of " + document.id() + " names some that are not stored"));
        return wrong;
    }

    private List<MemoryMailbox.Upload> received() {
        return world.companies().mailbox().received();
    }

    private void order(Play.Confirmed confirmed) {
        OrderKey key = confirmed.order().key();
        List<DocumentRecord> of = documents.stream()
                .filter(document -> document.keys().confirmationNumber().equals(key.confirmationNumber()))
                .toList();
        Set<String> names = received().stream()
                .map(MemoryMailbox.Upload::name)
                .filter(name -> OutboundFileName.isOf(name, confirmed.partner().id(), key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (of.size() != 1) {
            wrong.add("lost or doubled: " + of.size() + " documents for " + key);
            return;
        }
        DocumentRecord document = of.getFirst();
        if (names.size() > 1) {
            wrong.add("doubled: " + key + " was uploaded as " + names);
        }
        boolean mustBeThere = document.state() instanceof SendingState.Delivered;
        boolean mayBeThere = mustBeThere || standsStill(document);
        if (mustBeThere && names.isEmpty()) {
            wrong.add("lost: " + key + " counts as delivered and never was");
        }
        if (!mayBeThere && !names.isEmpty() && !document.state().mayHaveWritten()) {
            wrong.add("forgotten: " + key + " was uploaded and is " + Findings.told(document));
        }
        boolean nothingNew = document.state() instanceof Discarded
                && document.reason()
                        .filter(why -> Set.of("nothing-changed", "superseded").contains(why.code()))
                        .isPresent();
        if (!mayBeThere && !nothingNew) {
            wrong.add("lost: " + Findings.told(document));
        }
    }

    /** It is held or refused, and a person knows; or he put it aside himself. */
    private boolean standsStill(DocumentRecord document) {
        boolean refused = document.condition() == Condition.FAILED
                && document.reason().map(Problem::code).equals(Optional.of(Storm.REFUSED));
        return refused || document.condition() == Condition.HELD || deeds.isDiscarded(document.id());
    }

    private void uploads() {
        Map<String, List<MemoryMailbox.Upload>> byName = new TreeMap<>();
        Map<String, String> byNumber = new TreeMap<>();
        Map<String, Integer> lastRevision = new TreeMap<>();
        for (MemoryMailbox.Upload upload : received()) {
            List<MemoryMailbox.Upload> same = byName.computeIfAbsent(upload.name(), name -> new ArrayList<>());
            same.add(upload);
            String text = new String(upload.bytes(), StandardCharsets.UTF_8);
            if (same.size() > 1) {
                again(same);
                continue;
            }
            address(upload, text);
            String number = upload.folder() + " " + text.substring(90, 99);
            String other = byNumber.putIfAbsent(number, upload.name());
            if (other != null) {
                wrong.add("control number used twice: " + number + " in " + other + " and " + upload.name());
            }
            if (!upload.name().matches(NAME)) {
                continue;
            }
            String order = upload.name().replaceAll(NAME, "$1");
            int revision = Integer.parseInt(upload.name().replaceAll(NAME, "$2"));
            Integer last = lastRevision.put(order, revision);
            if (last != null && last > revision) {
                wrong.add("out of order: revision " + revision + " of " + order + " after revision " + last);
            }
        }
    }

    /** The same name once more: the same bytes, and only as agreed or as a person wished. */
    private void again(List<MemoryMailbox.Upload> same) {
        MemoryMailbox.Upload upload = same.getLast();
        int wished = documents.stream()
                .filter(document -> document.keys().fileName().equals(upload.name())
                        || file(document)
                                .filter(file -> file.name().equals(upload.name()))
                                .isPresent())
                .mapToInt(document -> deeds.letGo(document.id()))
                .sum();
        if (upload.folder().equals("/upload/acme") && same.size() > 1 + wished) {
            wrong.add("doubled: " + upload.name() + " was sent twice to a partner who has not agreed to that");
        }
        if (!Arrays.equals(same.getFirst().bytes(), upload.bytes())) {
            wrong.add("other bytes under the same name: " + upload.name());
        }
    }

    private void address(MemoryMailbox.Upload upload, String text) {
        String from = text.substring(35, 50).strip();
        String to = text.substring(54, 69).strip();
        boolean right = from.equals(world.trade().us().id())
                && upload.folder().equals("/upload/" + to.toLowerCase(Locale.ROOT));
        if (!right) {
            wrong.add("strange: " + upload.name() + " from " + from + " to " + to + " is in " + upload.folder() + " of "
                    + world.trade().connection());
        }
    }

    /** What counts as delivered is there, byte for byte. */
    private void delivered(DocumentRecord document) {
        if (!(document.state() instanceof SendingState.Delivered delivered)) {
            return;
        }
        Optional<byte[]> stored = world.payload(delivered.file().content());
        boolean there = received().stream()
                .anyMatch(upload -> upload.name().equals(delivered.file().name())
                        && stored.filter(bytes -> Arrays.equals(bytes, upload.bytes()))
                                .isPresent());
        if (!there) {
            wrong.add("lost: " + delivered.file().name() + " counts as delivered with bytes that never were");
        }
    }

    static Optional<OutboundFile> file(DocumentRecord document) {
        return document.state().progress() instanceof SendingState place ? place.written() : Optional.empty();
    }
}
