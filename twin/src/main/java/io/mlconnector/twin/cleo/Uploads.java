package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Multipart;
import io.mlconnector.twin.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Accepts uploads: raw bytes named by Content-Disposition, or a multipart form with one file. */
final class Uploads {

    private final CleoBehaviour behaviour;
    private final Mailbox mailbox;
    private final ResourceView view;
    private final BiConsumer<Folder, StoredFile> stored;

    Uploads(CleoBehaviour behaviour, Mailbox mailbox, ResourceView view, BiConsumer<Folder, StoredFile> stored) {
        this.behaviour = behaviour;
        this.mailbox = mailbox;
        this.view = view;
        this.stored = stored;
    }

    private record Sent(String name, Buffer content) {}

    Reply take(Folder folder, Call call) {
        Sent sent = sent(call);
        if (sent == null || sent.name().isBlank()) {
            return Logins.message(400, "A file name is required in Content-Disposition");
        }
        if (sent.name().contains("/")
                || sent.name().contains("\\")
                || sent.name().contains("..")) {
            return Logins.message(400, "Invalid file name");
        }
        boolean taken = mailbox.named(folder, sent.name()) != null;
        if (taken && behaviour.sameName() == CleoBehaviour.SameName.CONFLICT_409) {
            return Logins.message(409, "File already exists: " + sent.name());
        }
        StoredFile file = switch (behaviour.sameName()) {
            case OVERWRITE, CONFLICT_409 -> mailbox.write(folder, sent.name(), sent.content());
            case KEEP_BOTH -> mailbox.add(folder, sent.name(), sent.content());
            case RENAME_INCREMENT -> mailbox.add(folder, free(folder, sent.name()), sent.content());
        };
        stored.accept(folder, file);
        if (behaviour.uploadStatus() == 204 || !behaviour.uploadBody()) {
            return Reply.empty(behaviour.uploadStatus()).with("Location", "/api/files/" + file.id());
        }
        Map<String, Object> shown = view.file(file, call.origin());
        return Reply.json(behaviour.uploadStatus(), shown).with("Location", "/api/files/" + file.id());
    }

    private static @Nullable Sent sent(Call call) {
        String type = call.header("Content-Type");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            String name = Multipart.parameter(call.header("Content-Disposition"), "filename");
            return name == null ? null : new Sent(name, call.body());
        }
        String boundary = Multipart.boundary(type);
        List<Multipart.Part> parts = boundary == null ? List.of() : Multipart.parts(call.body(), boundary);
        for (Multipart.Part part : parts) {
            String name = Multipart.parameter(part.header("Content-Disposition"), "filename");
            if (name != null) {
                return new Sent(name, part.body());
            }
        }
        return null;
    }

    /** {@code name.1.ext}, {@code name.2.ext} and so on. */
    private String free(Folder folder, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot);
        String candidate = name;
        for (int n = 1; mailbox.named(folder, candidate) != null; n++) {
            candidate = stem + "." + n + extension;
        }
        return candidate;
    }
}
