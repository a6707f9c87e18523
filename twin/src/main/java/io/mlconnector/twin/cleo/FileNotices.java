package io.mlconnector.twin.cleo;

import io.mlconnector.twin.fault.NoticeDelivery;
import io.mlconnector.twin.http.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Studio flow's call when a file has landed: a few tries, then silence. */
final class FileNotices {

    private static final int TRIES = 3;
    private static final long RETRY_MILLIS = 1000;

    private final Vertx vertx;
    private final WebClient client;
    private final NoticeDelivery delivery;
    private @Nullable String url;
    private String bearerKey = "";
    private boolean stopped;

    FileNotices(Vertx vertx, NoticeDelivery delivery) {
        this.delivery = delivery;
        this.vertx = vertx;
        this.client = WebClient.create(vertx);
    }

    synchronized void announceTo(String newUrl, String key) {
        url = newUrl;
        bearerKey = key;
    }

    synchronized void landed(Folder folder, StoredFile file, int job) {
        if (url == null) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", "file.available");
        body.put("tenant", "twin");
        body.put("folderId", folder.id());
        body.put("folderPath", folder.path());
        body.put("fileName", file.name());
        body.put("jobId", String.valueOf(job));
        body.put("endpointName", folder.name() + " mailbox");
        body.put("occurredAt", file.created().toString());
        String target = url;
        String key = bearerKey;
        Buffer content = Json.write(body);
        delivery.deliver(() -> send(target, key, content, 1));
    }

    synchronized void stop() {
        stopped = true;
        client.close();
    }

    private void send(String target, String key, Buffer body, int attempt) {
        client.postAbs(target)
                .timeout(10_000)
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + key)
                .sendBuffer(body)
                .onComplete(sent -> {
                    boolean delivered = sent.succeeded() && sent.result().statusCode() / 100 == 2;
                    if (!delivered && attempt < TRIES && !stopped()) {
                        vertx.setTimer(RETRY_MILLIS, fired -> send(target, key, body, attempt + 1));
                    }
                });
    }

    private synchronized boolean stopped() {
        return stopped;
    }
}
