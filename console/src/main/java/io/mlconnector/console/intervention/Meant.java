package io.mlconnector.console.intervention;

import io.mlconnector.console.document.Query;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents that something is meant for: named one by one, or all that match a query at this moment.
 *
 * @param ids of all of them, the oldest first
 * @param looked those that are looked at one by one beforehand, the newest of them, the oldest first
 * @param more whether further documents match, which are left alone this time
 */
record Meant(List<DocumentId> ids, List<DocumentRecord> looked, boolean more) {

    /** So many at once: their ids fit into a form, and the work ends within minutes. */
    static final int MOST = 10_000;

    /** So many are looked at one by one beforehand: an answer must come while somebody waits for it. */
    static final int LOOKED = 500;

    Meant {
        ids = List.copyOf(ids);
        looked = List.copyOf(looked);
    }

    /** Reads what a form of the list means. */
    static Future<Meant> by(Form form, Engine looking, ZoneId zone) {
        if (!form.ticked("everything")) {
            List<DocumentId> ticked = read(form.all("id").stream());
            return of(ticked, looking);
        }
        return looking.onContext(looking.journal()
                        .matching(query(form).filter(looking.clock().instant(), zone), MOST + 1))
                .compose(newest -> of(newest.reversed(), looking));
    }

    private static Future<Meant> of(List<DocumentId> all, Engine looking) {
        List<DocumentId> ids = all.subList(Math.max(0, all.size() - MOST), all.size());
        List<DocumentId> newest = ids.subList(Math.max(0, ids.size() - LOOKED), ids.size());
        return looking.onContext(looking.journal().find(newest))
                .map(found -> new Meant(
                        ids,
                        found.stream()
                                .sorted(Comparator.comparing(one -> one.id().text()))
                                .toList(),
                        all.size() > MOST));
    }

    static Query query(Form form) {
        return Query.of(Form.of(Buffer.buffer(form.text("query"))));
    }

    /** As a page names them. Ids sort in the order of creation. */
    static List<DocumentId> read(Stream<String> ids) {
        return ids.filter(id -> !id.isBlank())
                .distinct()
                .sorted()
                .map(Meant::read)
                .toList();
    }

    private static DocumentId read(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no document " + id + ".");
        }
    }

    /** How many are not looked at beforehand. */
    int unseen() {
        return ids.size() - Math.min(ids.size(), LOOKED);
    }

    /** Those of them that are to be done: what was not looked at is judged when its turn comes. */
    List<DocumentId> with(Collection<DocumentId> useful) {
        return Stream.concat(ids.subList(0, unseen()).stream(), useful.stream()).toList();
    }
}
