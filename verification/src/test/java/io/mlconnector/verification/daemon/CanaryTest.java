package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that can be recognised are used in a whole run, and found nowhere afterwards. */
class CanaryTest {

    private static final String CLIENT_SECRET = "canary~Client+Secret/1";
    private static final String PASSWORD = "canary&Pass%Word=2";

    @TempDir
    private Path folder;

    /** Keeps what is logged, at every level of ours. */
    private static final class Recorder extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord logged) {
            lines.add(new SimpleFormatter().format(logged));
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void no_secret_is_ever_logged_stored_or_shown() {
        Logger ours = Logger.getLogger("io.mlconnector");
        Logger root = Logger.getLogger("");
        Recorder recorder = new Recorder();
        recorder.setLevel(Level.ALL);
        root.addHandler(recorder);
        ours.setLevel(Level.ALL);
        TwinOptions demo = TwinOptions.demo(21);
        TwinOptions options = demo.withDynamics(demo.dynamics().withClientSecret(CLIENT_SECRET))
                .withCleo(demo.cleo().withPassword(PASSWORD));
        try (World world = new World(
                        "secrets",
                        folder,
                        options,
                        yaml -> yaml.replace("\"" + CLIENT_SECRET + "\"", "{secret: fo}")
                                .replace("\"" + PASSWORD + "\"", "{secret: cleo}"))
                .storing("fo", CLIENT_SECRET)
                .storing("cleo", PASSWORD)) {
            assertThat(world.yaml()).doesNotContain(CLIENT_SECRET, PASSWORD);
            world.twin()
                    .faults()
                    .next(
                            System.DYNAMICS,
                            "POST",
                            "/" + options.dynamics().tenantId(),
                            new Fault.Answer(401, "{\"error\":\"invalid_client\"}", Map.of()));
            world.start();
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            assertThat(world.twin().faults().pending()).isZero();
            List<String> everything = shown(world);
            everything.addAll(recorder.lines());
            assertThat(everything).hasSizeGreaterThan(50).allSatisfy(CanaryTest::silent);
        } finally {
            ours.setLevel(null);
            root.removeHandler(recorder);
        }
    }

    private static List<String> shown(World world) {
        Http http = new Http(world.port());
        List<String> all = new ArrayList<>();
        for (String path : List.of("/api/v1/documents?limit=500", "/api/v1/files", "/health/ready", "/metrics", "/")) {
            all.add(Http.text(http.get(path)));
        }
        for (DocumentRecord document : world.documents()) {
            all.add(document.toString());
            world.history(document).forEach(recorded -> {
                all.add(recorded.toString());
                recorded.entry().payloads().forEach(hash -> all.add(payload(world, hash)));
            });
            document.content().ifPresent(hash -> all.add(payload(world, hash)));
        }
        all.add(world.resources().configuration().toString());
        return all;
    }

    private static String payload(World world, ContentHash hash) {
        return Awaiting.await(world.resources()
                        .engine()
                        .onContext(world.resources().journal().payload(hash)))
                .map(payload -> new String(payload.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void silent(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (String secret : List.of(CLIENT_SECRET, PASSWORD)) {
            assertThat(folded)
                    .doesNotContain(secret.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
    }
}
