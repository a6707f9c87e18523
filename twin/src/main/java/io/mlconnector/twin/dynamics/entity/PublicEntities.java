package io.mlconnector.twin.dynamics.entity;

import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /metadata/PublicEntities}: what there is of each entity, and what of it can be written. Of filters it knows names of entities
 * and of entity sets, with {@code or} between them. Guarded by its owner.
 */
public final class PublicEntities {

    /** Where it answers. */
    public static final String PATH = "/metadata/PublicEntities";

    private static final Pattern CONDITION = Pattern.compile("(EntitySetName|Name) eq '([^']*)'");
    private static final Pattern FILTER = Pattern.compile(CONDITION + "( or " + CONDITION + ")*");
    private static final Pattern KEY = Pattern.compile(Pattern.quote(PATH) + "\\('([^']*)'\\)");

    private final Set<String> hidden = new HashSet<>();
    private final Set<String> fixed = new HashSet<>();
    private final Set<String> withheld = new HashSet<>();
    private int denied;

    /** Everything is there, and what is not read-only can be written. */
    public PublicEntities() {}

    /**
     * Throws where a row says something of a field that is not there, or that cannot be written.
     *
     * @param names of the fields that are written
     */
    public void refuse(EntitySet set, Set<String> names) {
        for (String name : names) {
            if (hidden.contains(set.name() + "." + name)) {
                throw Refusal.noProperty(set, name);
            }
            if (fixed.contains(set.name() + "." + name)) {
                throw Refusal.field(set, name, "Error: Field '" + name + "' does not allow editing");
            }
        }
    }

    /** Whether rows show a field. */
    public boolean shows(EntitySet set, String property) {
        return !withheld.contains(set.name() + "." + property);
    }

    /** Leaves a field out of rows that are read. */
    public void withhold(String entitySet, String property) {
        withheld.add(entitySet + "." + property);
    }

    /** Shows it again. */
    public void show(String entitySet, String property) {
        withheld.remove(entitySet + "." + property);
    }

    /** Leaves a field out. */
    public void hide(String entitySet, String property) {
        hidden.add(entitySet + "." + property);
    }

    /** Lets a field be read only. */
    public void fix(String entitySet, String property) {
        fixed.add(entitySet + "." + property);
    }

    /** Refuses to be read with this status; 0 lets it be read again. */
    public void deny(int status) {
        denied = status;
    }

    /** Whether it answers a path. */
    public static boolean owns(String path) {
        return path.startsWith(PATH);
    }

    /** Answers a read. */
    public Reply answer(Call call) {
        if (denied != 0) {
            return Reply.empty(denied);
        }
        Matcher key = KEY.matcher(call.path());
        if (key.matches()) {
            for (EntitySet set : EntitySets.all()) {
                if (set.typeName().equals(key.group(1))) {
                    return Reply.json(200, entity(set));
                }
            }
            throw Refusal.notFound();
        }
        String filter = call.query().getOrDefault("$filter", "");
        if (!filter.isEmpty() && !FILTER.matcher(filter).matches()) {
            throw Refusal.badQuery("The filter '" + filter + "' is not understood.");
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (EntitySet set : EntitySets.all()) {
            if (filter.isEmpty() || wanted(set, filter)) {
                found.add(entity(set));
            }
        }
        return Reply.json(200, Map.of("value", found));
    }

    private static boolean wanted(EntitySet set, String filter) {
        return CONDITION
                .matcher(filter)
                .results()
                .anyMatch(condition ->
                        condition.group(2).equals(condition.group(1).equals("Name") ? set.typeName() : set.name()));
    }

    private Map<String, Object> entity(EntitySet set) {
        List<Map<String, Object>> properties = new ArrayList<>();
        for (Property property : set.properties().values()) {
            String name = set.name() + "." + property.name();
            if (!hidden.contains(name)) {
                boolean key = set.key().contains(property.name());
                boolean editable = !set.readOnly() && !fixed.contains(name);
                Map<String, Object> told = new HashMap<>();
                told.put("Name", property.name());
                told.put("TypeName", property.edmTypeName());
                told.put("IsKey", key);
                told.put("IsMandatory", false);
                told.put("AllowEdit", editable && !key);
                told.put("AllowEditOnCreate", editable);
                properties.add(told);
            }
        }
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("Name", set.typeName());
        entity.put("EntitySetName", set.name());
        entity.put("IsReadOnly", set.readOnly());
        entity.put("ConfigurationEnabled", true);
        entity.put("Properties", properties);
        return entity;
    }
}
