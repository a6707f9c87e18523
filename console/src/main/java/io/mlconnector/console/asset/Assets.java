package io.mlconnector.console.asset;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scripts and styles, kept in memory; a browser keeps each until the program changes. */
public final class Assets {

    private static final String WEBJARS = "META-INF/resources/webjars/";

    private static final Map<String, Asset> ALL = all();
    private static final String VERSION = versionOfAll();

    private Assets() {}

    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    private record Asset(String mediaType, byte[] bytes) {}

    private static Map<String, Asset> all() {
        Map<String, Asset> all = new LinkedHashMap<>();
        all.put("console.css", asset("text/css", "console/console.css"));
        all.put("console.js", asset("text/javascript", "console/console.js"));
        all.put("charts.js", asset("text/javascript", "console/charts.js"));
        all.put("htmx.js", asset("text/javascript", WEBJARS + "htmx.org/2.0.8/dist/htmx.min.js"));
        all.put("htmx-sse.js", asset("text/javascript", WEBJARS + "htmx-ext-sse/2.2.2/sse.js"));
        all.put("uplot.js", asset("text/javascript", WEBJARS + "uplot/1.6.30/dist/uPlot.iife.min.js"));
        all.put("uplot.css", asset("text/css", WEBJARS + "uplot/1.6.30/dist/uPlot.min.css"));
        all.put("icon.svg", asset("image/svg+xml", "console/icon.svg"));
        return all;
    }

    private static Asset asset(String mediaType, String resource) {
        try (InputStream stream = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The program is not whole: " + resource + " is missing");
            }
            return new Asset(mediaType, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String versionOfAll() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ALL.values().forEach(asset -> digest.update(asset.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes with every change of an asset; stands in their addresses. */
    public static String version() {
        return VERSION;
    }

    /** The address of an asset. */
    public static String address(String name) {
        return "/console/" + VERSION + "/" + name;
    }

    /** Adds their routes; they are for everybody. */
    public static void mount(Router router) {
        router.get("/console/:version/:name").handler(Assets::serve);
    }

    private static void serve(RoutingContext context) {
        Asset asset = ALL.get(context.pathParam("name"));
        if (asset == null) {
            context.next();
            return;
        }
        boolean current = VERSION.equals(context.pathParam("version"));
        context.response()
                .putHeader("Content-Type", asset.mediaType() + "; charset=utf-8")
                .putHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store")
                .end(Buffer.buffer(asset.bytes()));
    }
}
