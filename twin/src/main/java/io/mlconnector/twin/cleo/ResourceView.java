package io.mlconnector.twin.cleo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows folders, files and listings as JSON, in the variant that the behaviour asks for. */
final class ResourceView {

    private static final DateTimeFormatter LOG =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final CleoBehaviour behaviour;

    ResourceView(CleoBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    Map<String, Object> folder(Folder folder, String origin) {
        String self = "/api/folders/" + folder.id();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", folder.id());
        name(shown, folder.name(), folder.path());
        discriminate(shown, "folder");
        shown.put("usage", folder.usage());
        if (behaviour.nameMember() == CleoBehaviour.NameMember.NAME) {
            shown.put("path", folder.path());
        }
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", link(origin, self));
        links.put("children", link(origin, self + "/children"));
        links(shown, links);
        return shown;
    }

    Map<String, Object> file(StoredFile file, String origin) {
        String self = "/api/files/" + file.id();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", file.id());
        name(shown, file.name(), "/somewhere/" + file.name());
        discriminate(shown, "file");
        int size = file.content().length();
        switch (behaviour.sizeMember()) {
            case SIZE -> shown.put("size", size);
            case LENGTH -> shown.put("length", size);
            case FILE_SIZE -> shown.put("fileSize", size);
            case AS_STRING -> shown.put("size", String.valueOf(size));
            case MISSING -> {}
        }
        if (behaviour.timeFormat() != CleoBehaviour.TimeFormat.MISSING) {
            shown.put("created", time(file.created()));
            shown.put("modified", time(file.modified()));
        }
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", link(origin, self));
        links.put("parent", link(origin, "/api/folders/" + file.folderId()));
        if (behaviour.contentLink()) {
            links.put("content", link(origin, self + "/content"));
        }
        links(shown, links);
        return shown;
    }

    Object page(int total, int startIndex, List<?> resources) {
        if (behaviour.envelope() == CleoBehaviour.Envelope.BARE) {
            return resources;
        }
        Map<String, Object> page = new LinkedHashMap<>();
        if (behaviour.totals()) {
            page.put("totalResults", total);
        }
        page.put("startIndex", startIndex);
        page.put("count", resources.size());
        switch (behaviour.envelope()) {
            case RESOURCES, BARE -> page.put("resources", resources);
            case EMBEDDED -> page.put("_embedded", Map.of("resources", resources));
            case EMBEDDED_LIST -> page.put("_embedded", resources);
            case ITEMS -> page.put("items", resources);
            case CHILDREN -> page.put("children", resources);
            case CONTENT -> page.put("content", resources);
            case CAPITALS -> page.put("Resources", resources);
            case PAYLOAD -> page.put("payload", resources);
        }
        return page;
    }

    private void name(Map<String, Object> shown, String name, String path) {
        switch (behaviour.nameMember()) {
            case NAME -> shown.put("name", name);
            case ALIAS -> shown.put("alias", name);
            case FILE_NAME -> shown.put("fileName", name);
            case PATH -> shown.put("path", path.replace('/', '\\'));
            case CAPTION -> shown.put("caption", name);
        }
    }

    private void links(Map<String, Object> shown, Map<String, Object> links) {
        switch (behaviour.linkForm()) {
            case OBJECT -> shown.put("_links", links);
            case TEXT -> {
                Map<String, Object> texts = new LinkedHashMap<>();
                links.forEach((relation, link) -> texts.put(relation, ((Map<?, ?>) link).get("href")));
                shown.put("_links", texts);
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                links.forEach((relation, link) ->
                        list.add(Map.of("rel", relation, "href", String.valueOf(((Map<?, ?>) link).get("href")))));
                shown.put("links", list);
            }
            case LISTS -> {
                Map<String, Object> lists = new LinkedHashMap<>();
                links.forEach((relation, link) -> lists.put(relation, List.of(link)));
                shown.put("_links", lists);
            }
            case TEMPLATES -> {
                Map<String, Object> templates = new LinkedHashMap<>();
                links.forEach((relation, link) -> templates.put(relation, template(relation, link)));
                shown.put("_links", templates);
            }
            case NONE -> {}
        }
    }

    private static Object template(String relation, Object link) {
        String options = switch (relation) {
            case "children" -> "{?startIndex,count}";
            case "content" -> "{?version}";
            default -> "";
        };
        return options.isEmpty() ? link : Map.of("href", ((Map<?, ?>) link).get("href") + options, "templated", true);
    }

    private void discriminate(Map<String, Object> shown, String kind) {
        switch (behaviour.discriminator()) {
            case TYPE -> {
                shown.put("type", kind);
                shown.put("meta", Map.of("resourceType", kind));
            }
            case RESOURCE_TYPE -> shown.put("meta", Map.of("resourceType", kind));
            case IS_FOLDER -> shown.put("isFolder", kind.equals("folder"));
            case TYPE_IN_CAPITALS -> shown.put("type", kind.toUpperCase(Locale.ROOT));
            case KIND -> shown.put("Kind", kind);
            case CHILDREN_LINK_ONLY, NOTHING -> {}
        }
    }

    private Object time(Instant instant) {
        return switch (behaviour.timeFormat()) {
            case ISO -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
            case EPOCH_MS -> instant.toEpochMilli();
            case LOG_STYLE -> LOG.format(instant);
            case MISSING -> "";
        };
    }

    private Map<String, Object> link(String origin, String path) {
        return Map.of("href", behaviour.absoluteLinks() ? origin + path : path);
    }
}
