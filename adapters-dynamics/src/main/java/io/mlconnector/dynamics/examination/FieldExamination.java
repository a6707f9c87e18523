package io.mlconnector.dynamics.examination;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.examination.UsedField.Use;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks the metadata service of F&O, which only reads, for the entity sets that are used (reference dynamics, section 2.1): which of the
 * fields are not there, and which cannot be written. What may be seen of metadata differs between environments, so that nothing depends
 * on it: where it is not readable, that is said and no failure.
 */
public final class FieldExamination {

    /** Entity sets in one request, so that its address stays short. */
    private static final int AT_ONCE = 8;

    private final ODataClient client;
    private final Extent extent;

    /**
     * Reads through this client.
     *
     * @param extent what is used
     */
    public FieldExamination(ODataClient client, Extent extent) {
        this.client = client;
        this.extent = extent;
    }

    /**
     * Asks in a handful of requests, one after the other.
     *
     * @param sets which are used
     * @return one entry if there is nothing to tell, or one for each set of which there is
     */
    public Future<List<FieldAccess>> of(List<UsedSet> sets) {
        List<String> names =
                sets.stream().flatMap(set -> set.names().stream()).distinct().toList();
        return described(names, 0, new HashMap<>()).map(outcome -> switch (outcome) {
            case Outcome.Done<Map<String, JsonNode>>(Map<String, JsonNode> entities) -> judged(sets, entities);
            case Outcome.Refused<Map<String, JsonNode>>(Problem why) -> List.of(unreadable(why));
            case Outcome.NotNow<Map<String, JsonNode>>(Problem why, var ignored) -> List.of(unreadable(why));
            case Outcome.Unknown<Map<String, JsonNode>>(Problem why) -> List.of(unreadable(why));
        });
    }

    private Future<Outcome<Map<String, JsonNode>>> described(
            List<String> names, int from, Map<String, JsonNode> found) {
        if (from >= names.size()) {
            return Future.succeededFuture(Outcome.done(found));
        }
        int to = Math.min(names.size(), from + AT_ONCE);
        String filter = names.subList(from, to).stream()
                .map(name -> "EntitySetName eq '" + name + "'")
                .collect(Collectors.joining(" or "));
        return client.publicEntities(filter).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> entities))) {
                return Future.succeededFuture(outcome.map(ignored -> found));
            }
            entities.forEach(entity -> found.put(entity.path("EntitySetName").asText(""), entity));
            return described(names, to, found);
        });
    }

    private static FieldAccess unreadable(Problem why) {
        String status = why.details().getOrDefault("status", "");
        return new FieldAccess(
                "metadata",
                true,
                "/metadata/PublicEntities is not readable"
                        + (status.isEmpty() ? "" : " (status " + status + ")")
                        + ": which fields are there and can be written was not looked at; it shows when they are used. "
                        + why.message());
    }

    private List<FieldAccess> judged(List<UsedSet> sets, Map<String, JsonNode> entities) {
        List<FieldAccess> told = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (UsedSet set : sets) {
            Optional<JsonNode> entity = set.names().stream()
                    .flatMap(name -> Optional.ofNullable(entities.get(name)).stream())
                    .findFirst();
            if (entity.isEmpty()) {
                silent.add(set.names().get(0));
                continue;
            }
            judged(set, entity.get().path("EntitySetName").asText(""), entity.get())
                    .ifPresent(told::add);
        }
        if (!silent.isEmpty()) {
            told.add(new FieldAccess(
                    "metadata",
                    true,
                    "F&O describes no " + String.join(", ", silent) + "; their fields were not looked at"));
        }
        return told.isEmpty()
                ? List.of(new FieldAccess(
                        "metadata",
                        true,
                        "all fields that are used of " + sets.size()
                                + " entity sets are there, and those that are written can be written"))
                : told;
    }

    private Optional<FieldAccess> judged(UsedSet set, String name, JsonNode entity) {
        Map<String, JsonNode> properties = new HashMap<>();
        entity.path("Properties")
                .forEach(property -> properties.put(property.path("Name").asText(""), property));
        if (properties.isEmpty()) {
            return Optional.of(new FieldAccess(name, true, "F&O does not tell its fields"));
        }
        List<UsedField> fields = UsedField.of(set, extent);
        List<UsedField> missing = only(fields, field -> !properties.containsKey(field.name()));
        List<UsedField> fixed = only(
                fields,
                field -> field.use() == Use.WRITTEN
                        && properties.containsKey(field.name())
                        && notWritable(properties.get(field.name())));
        boolean writes = fields.stream().anyMatch(field -> field.use() == Use.WRITTEN);
        boolean readOnly = writes && entity.path("IsReadOnly").asBoolean(false);
        List<String> words = new ArrayList<>();
        if (readOnly) {
            words.add("it is read-only here, and " + set.words());
        }
        tell(words, "has no ", only(missing, field -> field.use() != Use.READ), "");
        tell(words, "cannot be written: ", fixed, "");
        tell(words, "has no ", only(missing, field -> field.use() == Use.READ), ", which is left out");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean good = !readOnly && fixed.isEmpty() && missing.stream().allMatch(field -> field.use() == Use.READ);
        return Optional.of(new FieldAccess(
                name,
                good || set.use().lessWithout(),
                String.join("; ", words)
                        + (good
                                ? ""
                                : ". " + (set.use().lessWithout() ? "Without it " : "Of this set: ") + set.words()
                                        + ". Make the fields public and editable in the data entity " + set.entity()
                                        + " (an extension may have hidden them, or a configuration key is off)")));
    }

    private static void tell(List<String> words, String before, List<UsedField> fields, String after) {
        if (!fields.isEmpty()) {
            words.add(before + fields.stream().map(UsedField::inWords).collect(Collectors.joining(", ")) + after);
        }
    }

    /** What is not told is taken for allowed; who may write a key is decided by number sequences. */
    private static boolean notWritable(JsonNode property) {
        return !property.path("AllowEditOnCreate").asBoolean(true)
                && !property.path("IsKey").asBoolean(false);
    }

    private static <T> List<T> only(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).toList();
    }
}
