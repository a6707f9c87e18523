package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.view.DocumentPages;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of a connection that came on a day, and which interchanges are missing between those received. */
final class DocumentsOfDay {

    /** So many are looked at; memory is bounded. */
    private static final int MOST = 20_000;

    /** Interchanges overtake each other: a number may have come this long before those around it, or after. */
    private static final Duration AROUND = Duration.ofDays(2);

    private final Engine engine;
    private final Connection connection;
    private final Day day;
    private final List<Unaccounted> open = new ArrayList<>();
    private List<DocumentRecord> all = List.of();

    DocumentsOfDay(Engine engine, Connection connection, Day day) {
        this.engine = engine;
        this.connection = connection;
        this.day = day;
    }

    Future<Void> read() {
        DocumentFilter onTheDay =
                ofConnection().where(new Criterion.CreatedFrom(day.begin()), new Criterion.CreatedBefore(day.end()));
        return DocumentPages.all(engine, onTheDay, MOST).compose(found -> {
            all = found.reversed();
            all.forEach(one -> OpenMatters.of(one).ifPresent(open::add));
            if (all.size() >= MOST) {
                tooMany();
            }
            return numbers();
        });
    }

    private DocumentFilter ofConnection() {
        return DocumentFilter.ALL.where(new Criterion.OfConnection(connection.id()));
    }

    private void tooMany() {
        open.add(OpenMatters.notLooked(
                connection.id(), "", "older documents of the day", "only the newest " + MOST + " are looked at"));
    }

    /** Numbers that partners left out just before one that came on the day. */
    private Future<Void> numbers() {
        Map<String, List<Long>> onTheDay = byPartner(all.stream());
        if (onTheDay.isEmpty()) {
            return Future.succeededFuture();
        }
        DocumentFilter around = ofConnection()
                .where(
                        new Criterion.Going(Direction.INBOUND),
                        new Criterion.CreatedFrom(day.begin().minus(AROUND)),
                        new Criterion.CreatedBefore(day.end().plus(AROUND)));
        return DocumentPages.all(engine, around, MOST).map(received -> {
            if (received.size() >= MOST) {
                open.add(OpenMatters.notLooked(
                        connection.id(),
                        "",
                        "missing control numbers",
                        "more than " + MOST + " documents came around that day, too many to compare"));
                return null;
            }
            Map<String, List<String>> numbers = new TreeMap<>();
            received.forEach(one -> numbers.computeIfAbsent(one.partner(), ignored -> new ArrayList<>())
                    .add(one.keys().controlNumber()));
            onTheDay.forEach((partner, mine) ->
                    NumberGaps.ofWhoCountsByOnes(numbers.getOrDefault(partner, List.of())).stream()
                            .filter(gap -> mine.contains(gap.last() + 1))
                            .forEach(gap -> open.add(OpenMatters.missing(connection.id(), partner, gap))));
            return null;
        });
    }

    private static Map<String, List<Long>> byPartner(Stream<DocumentRecord> documents) {
        Map<String, List<Long>> numbers = new TreeMap<>();
        documents
                .filter(one ->
                        one.direction() == Direction.INBOUND && !one.partner().isEmpty())
                .filter(one -> one.keys().controlNumber().strip().matches("[0-9]{1,9}"))
                .forEach(one -> numbers.computeIfAbsent(one.partner(), ignored -> new ArrayList<>())
                        .add(Long.parseLong(one.keys().controlNumber().strip())));
        return numbers;
    }

    /** Files of which bytes are kept that belong to no document: a person decides about them there. */
    Set<DocumentId> filesUnread() {
        return all.stream()
                .filter(one -> one.type().equals(DocumentRecord.UNREAD))
                .flatMap(one -> one.file().stream())
                .collect(Collectors.toSet());
    }

    /** All that came, the oldest first. */
    List<DocumentRecord> all() {
        return all;
    }

    List<Unaccounted> open() {
        return open;
    }

    /** By type and condition. */
    SortedMap<String, Map<Condition, Integer>> counts() {
        SortedMap<String, Map<Condition, Integer>> counts = new TreeMap<>();
        all.forEach(one -> counts.computeIfAbsent(one.type(), ignored -> new EnumMap<>(Condition.class))
                .merge(one.condition(), 1, Integer::sum));
        return counts;
    }
}
