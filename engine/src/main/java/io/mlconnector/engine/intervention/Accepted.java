package io.mlconnector.engine.intervention;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a person accepts who releases a document, in words. */
public final class Accepted {

    /** So many are named; the others are counted. */
    private static final int NAMED = 5;

    private Accepted() {}

    /**
     * Of a document where it stands now: everything that it is held for, or why it failed.
     *
     * @return at least one; each such as {@code price differs on line 1 of order PO-7}
     */
    public static List<String> of(FlowState state) {
        List<Cause> causes = state instanceof Held held
                ? held.causes()
                : state.reason().map(Problem::cause).stream().toList();
        List<String> named =
                new ArrayList<>(causes.stream().map(Cause::inWords).distinct().toList());
        int more = named.size() - NAMED;
        if (more > 1) {
            named.subList(NAMED, named.size()).clear();
            named.add("and " + more + " more");
        }
        return named.isEmpty() ? List.of("what it stood still for") : List.copyOf(named);
    }
}
