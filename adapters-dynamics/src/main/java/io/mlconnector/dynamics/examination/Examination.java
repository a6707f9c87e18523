package io.mlconnector.dynamics.examination;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.examination.UsedSet.For;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one row of every entity set that is used, with every property that is used: what a role or a version lacks is told by name. */
public final class Examination {

    private final ODataClient client;
    private final OrderSource source;
    private final OrderNotes notes;

    /** Reads through this client. */
    public Examination(ODataClient client, OrderSource source, OrderNotes notes) {
        this.client = client;
        this.source = source;
        this.notes = notes;
    }

    /**
     * Asks one set after the other.
     *
     * @param extent what is used
     */
    public Future<List<SetAccess>> of(Extent extent) {
        Future<List<SetAccess>> all = Future.succeededFuture(new ArrayList<>());
        for (UsedSet set : UsedSet.values()) {
            if (used(set.use(), extent)) {
                all = all.compose(found -> access(set, 0, Optional.empty()).map(one -> {
                    found.add(one);
                    return found;
                }));
            }
        }
        return all.map(this::judged);
    }

    /** The sets that are used. */
    public List<UsedSet> used(Extent extent) {
        return Stream.of(UsedSet.values())
                .filter(set -> used(set.use(), extent))
                .toList();
    }

    private boolean used(For use, Extent extent) {
        boolean orders = extent.orders();
        return switch (use) {
            case ALL, MORE -> true;
            case CONFIRMATIONS -> orders && source != OrderSource.ORDERS;
            case HEADER_NOTES -> orders && notes != OrderNotes.NONE;
            case LINE_NOTES -> orders && notes == OrderNotes.ALL;
            case INVOICES, MORE_OF_INVOICES -> extent.invoices();
            case ATTACHMENTS -> extent.attachments() != Attachments.NONE;
        };
    }

    /**
     * Tries one name after the other.
     *
     * @param before why an earlier name was denied: that a set is there and may not be read says more than that there is none
     */
    private Future<SetAccess> access(UsedSet set, int at, Optional<Problem> before) {
        String name = set.names().get(at);
        Query query = query(set, name);
        return client.first(query).compose(outcome -> switch (outcome) {
            case Outcome.Done<Optional<JsonNode>> ignored ->
                Future.succeededFuture(new SetAccess(set, true, true, readable(set, name)));
            case Outcome.NotNow<Optional<JsonNode>>(Problem why, Optional<Duration> ignored)
            when denied(why) ->
                at + 1 < set.names().size()
                        ? access(
                                set,
                                at + 1,
                                before.filter(Examination::forbidden).or(() -> Optional.of(why)))
                        : Future.succeededFuture(new SetAccess(
                                set,
                                false,
                                set.use().lessWithout(),
                                advice(
                                        set,
                                        before.filter(Examination::forbidden).orElse(why))));
            case Outcome.NotNow<Optional<JsonNode>>(Problem why, Optional<Duration> ignored) ->
                Future.succeededFuture(new SetAccess(set, false, false, why.message()));
            case Outcome.Refused<Optional<JsonNode>>(Problem why) ->
                Future.succeededFuture(new SetAccess(set, false, false, why.message()));
            case Outcome.Unknown<Optional<JsonNode>>(Problem why) ->
                Future.succeededFuture(new SetAccess(set, false, false, why.message()));
        });
    }

    /** Of attachments not the files, which may be large. */
    private static Query query(UsedSet set, String name) {
        return set == UsedSet.ATTACHMENTS
                ? Query.of(name).selecting(Set.of("dataAreaId", "HeaderReference", "Name"))
                : EntitySet.named(name).map(Query::of).orElseGet(() -> Query.of(name));
    }

    private String readable(UsedSet set, String name) {
        return readable(name)
                + (set == UsedSet.ATTACHMENTS
                        ? "; whether the user may create rows in it cannot be known without writing: it takes the"
                                + " privilege " + set.entity() + "Maintain, too. If it is missing, invoices are posted"
                                + " and their history says not-attached"
                        : "");
    }

    private String readable(String name) {
        Set<String> absent = client.absentProperties(name);
        return absent.isEmpty()
                ? "readable"
                : "readable; this environment has no "
                        + absent.stream().sorted().collect(Collectors.joining(", "))
                        + (absent.size() == 1 ? ", which is left out" : ", which are left out");
    }

    private static boolean forbidden(Problem why) {
        return why.is(ProblemCode.CREDENTIALS_REFUSED);
    }

    private static boolean denied(Problem why) {
        return why.is(ProblemCode.SET_NOT_READABLE)
                || (why.is(ProblemCode.CREDENTIALS_REFUSED)
                        && Set.of("401", "403").contains(why.details().getOrDefault("status", "")));
    }

    private static String advice(UsedSet set, Problem why) {
        String status = why.details().getOrDefault("status", "");
        String names = String.join(" or ", set.names());
        return "NOT readable (status " + status + "): "
                + (set.use().lessWithout() ? "without it " : "")
                + set.words()
                + ". Give a role of the user that is mapped to the client id (System administration > Setup >"
                + " Microsoft Entra applications) the privilege to read the data entity " + set.entity()
                + ", usually " + set.entity() + "View"
                + (set == UsedSet.ATTACHMENTS
                        ? ", and the privilege to create rows in it, usually " + set.entity() + "Maintain"
                        : "")
                + (status.equals("404")
                        ? "; if it has it, make sure that this version of F&O has " + names
                                + " and that the entity is public and its configuration key on"
                        : "")
                + ".";
    }

    /** Confirmations that are denied are no failure where the orders take their place. */
    private List<SetAccess> judged(List<SetAccess> found) {
        boolean orders = found.stream()
                .filter(one -> one.set() == UsedSet.ORDER_HEADERS || one.set() == UsedSet.ORDER_LINES)
                .allMatch(SetAccess::readable);
        return found.stream()
                .map(one -> one.set().use() == For.CONFIRMATIONS
                                && !one.readable()
                                && source == OrderSource.AUTOMATIC
                                && orders
                        ? new SetAccess(
                                one.set(),
                                false,
                                true,
                                one.words()
                                        + " Until then orders are read in their present state (dynamics.orders.source).")
                        : one)
                .toList();
    }
}
