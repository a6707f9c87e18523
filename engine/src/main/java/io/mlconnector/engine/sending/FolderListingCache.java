package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One look into each upload folder in the life of this process, before the first file goes there. A journal that was restored
 * from an old backup knows nothing of what was sent since then; the folder may. What this process uploads itself needs no look:
 * the journal knows it.
 */
public final class FolderListingCache {

    private final Engine engine;
    private final Connection connection;
    private final boolean reserving;
    private final Map<Place, Future<Outcome<Glance>>> listings = new ConcurrentHashMap<>();

    private record Place(FolderReference folder, NumberSequence sequence) {}

    FolderListingCache(Engine engine, Connection connection) {
        this(engine, connection, true);
    }

    private FolderListingCache(Engine engine, Connection connection, boolean reserving) {
        this.engine = engine;
        this.connection = connection;
        this.reserving = reserving;
    }

    /** For a forecast: what is seen changes nothing in the journal. */
    public static FolderListingCache onlyLooking(Engine engine, Connection connection) {
        return new FolderListingCache(engine, connection, false);
    }

    /** What lay in a folder. */
    record Glance(List<FolderEntry> entries) {

        Glance {
            entries = List.copyOf(entries);
        }

        /** The file that carries this revision. */
        Optional<FolderEntry> of(TradingPartner partner, OrderKey key) {
            return entries.stream()
                    .filter(entry -> OutboundFileName.isOf(entry.name(), partner.id(), key))
                    .findFirst();
        }

        private OptionalLong highest(TradingPartner partner) {
            return entries.stream()
                    .map(entry -> OutboundFileName.numberIn(entry.name(), partner.id()))
                    .flatMapToLong(OptionalLong::stream)
                    .max();
        }
    }

    /** What lay in the folder; control numbers found in it are never given out again. */
    Future<Outcome<Glance>> of(TradingPartner partner, FolderReference folder, NumberSequence sequence) {
        Place place = new Place(folder, sequence);
        Future<Outcome<Glance>> known = listings.get(place);
        if (known != null) {
            return known;
        }
        Future<Outcome<Glance>> look = look(partner, folder, sequence);
        listings.put(place, look);
        // Only what was really seen is remembered.
        return look.onComplete(done -> {
            if (done.failed() || !(done.result() instanceof Outcome.Done<Glance>)) {
                listings.remove(place, look);
            }
        });
    }

    private Future<Outcome<Glance>> look(TradingPartner partner, FolderReference folder, NumberSequence sequence) {
        return engine.onContext(connection.mailbox().list(folder)).compose(outcome -> {
            Outcome<Glance> glance = outcome.map(Glance::new);
            OptionalLong highest =
                    glance instanceof Outcome.Done<Glance>(Glance seen) ? seen.highest(partner) : OptionalLong.empty();
            return highest.isEmpty() || !reserving
                    ? Future.succeededFuture(glance)
                    : engine.onContext(engine.journal().usedUpTo(sequence, highest.getAsLong()))
                            .map(ignored -> glance);
        });
    }
}
