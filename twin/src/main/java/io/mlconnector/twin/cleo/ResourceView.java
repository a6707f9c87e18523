package io.mlconnector.twin.cleo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
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
        shown.put("name", folder.name());
        discriminate(shown, "folder");
        shown.put("usage", folder.usage());
        shown.put("path", folder.path());
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", link(origin, self));
        links.put("children", link(origin, self + "/children"));
        shown.put("_links", links);
        return shown;
    }

    Map<String, Object> file(StoredFile file, String origin) {
        String self = "/api/files/" + file.id();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", file.id());
        shown.put("name", file.name());
        discriminate(shown, "file");
        int size = file.content().length();
        switch (behaviour.sizeMember()) {
            case SIZE -> shown.put("size", size);
            case LENGTH -> shown.put("length", size);
            case FILE_SIZE -> shown.put("fileSize", size);
            case AS_STRING -> shown.put("size", String.valueOf(size));
            case MISSING -> {}
        }
        shown.put("created", time(file.created()));
        shown.put("modified", time(file.modified()));
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", link(origin, self));
        links.put("parent", link(origin, "/api/folders/" + file.folderId()));
        if (behaviour.contentLink()) {
            links.put("content", link(origin, self + "/content"));
        }
        shown.put("_links", links);
        return shown;
    }

    Map<String, Object> page(List<?> all, int startIndex, List<?> resources) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("totalResults", all.size());
        page.put("startIndex", startIndex);
        page.put("count", resources.size());
        if (behaviour.envelope() == CleoBehaviour.Envelope.EMBEDDED) {
            page.put("_embedded", Map.of("resources", resources));
        } else {
            page.put("resources", resources);
        }
        return page;
    }

    private void discriminate(Map<String, Object> shown, String kind) {
        switch (behaviour.discriminator()) {
            case TYPE -> {
                shown.put("type", kind);
                shown.put("meta", Map.of("resourceType", kind));
            }
            case RESOURCE_TYPE -> shown.put("meta", Map.of("resourceType", kind));
            case IS_FOLDER -> shown.put("isFolder", kind.equals("folder"));
            case CHILDREN_LINK_ONLY -> {}
        }
    }

    private Object time(Instant instant) {
        return switch (behaviour.timeFormat()) {
            case ISO -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
            case EPOCH_MS -> instant.toEpochMilli();
            case LOG_STYLE -> LOG.format(instant);
        };
    }

    private Map<String, Object> link(String origin, String path) {
        return Map.of("href", behaviour.absoluteLinks() ? origin + path : path);
    }
}
