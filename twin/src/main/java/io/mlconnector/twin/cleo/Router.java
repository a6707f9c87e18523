package io.mlconnector.twin.cleo;

import io.mlconnector.twin.x12.Interchange;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Splits uploaded files and forwards each interchange, unless its control number was seen before. */
final class Router {

    private final Predicate<Interchange> partners;
    private final Set<String> seen = new HashSet<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> unroutable = new ArrayList<>();

    Router(Predicate<Interchange> partners) {
        this.partners = partners;
    }

    void route(String path, Buffer content) {
        List<Interchange> interchanges = Interchange.readAll(content);
        List<Interchange> fresh = new ArrayList<>();
        synchronized (this) {
            if (interchanges.isEmpty()) {
                unroutable.add(path + ": no interchange");
            }
            for (Interchange interchange : interchanges) {
                if (seen.add(interchange.duplicateKey())) {
                    fresh.add(interchange);
                } else {
                    duplicates.add(interchange.duplicateKey());
                }
            }
        }
        for (Interchange interchange : fresh) {
            if (!partners.test(interchange)) {
                noRoute(path + ": no route to " + interchange.isa().get(7) + "/" + interchange.receiver());
            }
        }
    }

    private synchronized void noRoute(String what) {
        unroutable.add(what);
    }

    synchronized List<String> duplicates() {
        return List.copyOf(duplicates);
    }

    synchronized List<String> unroutable() {
        return List.copyOf(unroutable);
    }
}
