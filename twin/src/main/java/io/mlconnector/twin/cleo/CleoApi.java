package io.mlconnector.twin.cleo;

import io.mlconnector.twin.cleo.provider.ApiProvider;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Reply;
import io.mlconnector.twin.http.SimulatedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The REST API under {@code /api}. */
final class CleoApi implements SimulatedServer.Handler {

    private final Object lock;
    private final CleoBehaviour behaviour;
    private final Mailbox mailbox;
    private final Logins logins;
    private final Uploads uploads;
    private final ResourceView view;
    private final RateLimit limit;
    private final ApiProvider provider;

    CleoApi(
            Object lock,
            CleoBehaviour behaviour,
            Mailbox mailbox,
            Logins logins,
            Uploads uploads,
            ResourceView view,
            RateLimit limit,
            ApiProvider provider) {
        this.lock = lock;
        this.behaviour = behaviour;
        this.mailbox = mailbox;
        this.logins = logins;
        this.uploads = uploads;
        this.view = view;
        this.limit = limit;
        this.provider = provider;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.path().startsWith(behaviour.pathPrefix() + "/")) {
            return Logins.message(404, "Not found");
        }
        List<String> path = List.of(
                call.path().substring(behaviour.pathPrefix().length() + 1).split("/"));
        if (path.size() >= 2 && path.getFirst().equals(ApiProvider.PATH)) {
            synchronized (lock) {
                return provider.answer(call, path.subList(1, path.size()));
            }
        }
        if (path.size() < 2 || !path.getFirst().equals("api")) {
            return Logins.message(404, "Not found");
        }
        synchronized (lock) {
            Reply limited = limit.check(path.get(1));
            if (limited != null) {
                return limited;
            }
            if (path.get(1).equals("authentication") && path.size() == 2) {
                return call.method().equals("POST") ? logins.login(call) : notAllowed();
            }
            if (!logins.accepts(call.header("Authorization"))) {
                return expired(call);
            }
            return switch (path.get(1)) {
                case "folders" -> folders(call, path.subList(2, path.size()));
                case "files" -> files(call, path.subList(2, path.size()));
                default -> Logins.message(404, "Not found");
            };
        }
    }

    private Reply folders(Call call, List<String> rest) {
        if (rest.isEmpty()) {
            return call.method().equals("GET") ? page(call, mailbox.foldersIn(null), List.of()) : notAllowed();
        }
        Folder folder = mailbox.folderById(rest.getFirst());
        if (folder == null) {
            return Logins.message(404, "Folder not found");
        }
        if (rest.size() == 1) {
            return call.method().equals("GET") ? Reply.json(200, view.folder(folder, call.origin())) : notAllowed();
        }
        if (rest.size() > 2 || !rest.get(1).equals("children")) {
            return Logins.message(404, "Not found");
        }
        return switch (call.method()) {
            case "GET" -> children(folder, call);
            case "POST" -> uploads.take(folder, call);
            default -> notAllowed();
        };
    }

    private Reply children(Folder folder, Call call) {
        return page(call, mailbox.foldersIn(folder.id()), mailbox.filesIn(folder));
    }

    private Reply page(Call call, List<Folder> folders, List<StoredFile> files) {
        Integer start = number(call, "startIndex", 0);
        Integer count = number(call, "count", behaviour.serverPageCap());
        if (start == null || count == null) {
            return Logins.message(400, "Invalid startIndex or count");
        }
        int total = folders.size() + files.size();
        int from = Math.min(start, total);
        int to = (int) Math.min(total, (long) from + Math.min(count, behaviour.serverPageCap()));
        List<Object> shown = new ArrayList<>();
        for (int i = from; i < to; i++) {
            shown.add(
                    i < folders.size()
                            ? view.folder(folders.get(i), call.origin())
                            : view.file(files.get(i - folders.size()), call.origin()));
        }
        return Reply.json(200, view.page(total, start, shown));
    }

    private static @Nullable Integer number(Call call, String option, int otherwise) {
        String value = call.query().get(option);
        if (value == null) {
            return otherwise;
        }
        return value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }

    private Reply files(Call call, List<String> rest) {
        StoredFile file = rest.isEmpty() ? null : mailbox.file(rest.getFirst());
        if (file == null) {
            return Logins.message(404, "File not found");
        }
        if (rest.size() == 2 && rest.get(1).equals("content") && call.method().equals("GET")) {
            if (behaviour.consumeOnRead()) {
                mailbox.remove(file.id());
            }
            return new Reply(200, Map.of("Content-Type", "application/octet-stream"), file.content());
        }
        if (rest.size() != 1) {
            return Logins.message(404, "Not found");
        }
        return switch (call.method()) {
            case "GET" -> Reply.json(200, view.file(file, call.origin()));
            case "DELETE" -> {
                if (!behaviour.deleteAllowed()) {
                    yield Logins.message(403, "Not permitted to delete files");
                }
                mailbox.remove(file.id());
                yield Reply.empty(204);
            }
            default -> notAllowed();
        };
    }

    private static Reply notAllowed() {
        return Logins.message(405, "Method not allowed");
    }

    @Override
    public String template(String path) {
        return path.replaceFirst("^(/.*api/(?:folders|files)/)[^/]+", "$1{id}");
    }

    @Override
    public Reply expired(Call call) {
        return Logins.message(401, "Unauthorized");
    }

    @Override
    public Reply throttled() {
        return Logins.message(429, "Too many requests");
    }
}
