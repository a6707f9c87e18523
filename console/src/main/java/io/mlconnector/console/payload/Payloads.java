package io.mlconnector.console.payload;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.x12.X12Explainer;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was received and sent, as bytes and as a person reads it. */
public final class Payloads {

    /** More is not laid out on a page; the bytes can be loaded as a whole. */
    private static final int MOST_SHOWN = 256 * 1024;

    private final Pages pages;
    private final Engine looking;

    /** Over this workplace. */
    public Payloads(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/payloads/:hash").handler(context -> find(context, this::show));
        router.get("/payloads/:hash/bytes").handler(Form::noWords).handler(context -> find(context, Payloads::bytes));
        router.get("/payloads/:hash/changes").handler(context -> find(context, this::changes));
    }

    private interface Answer {
        void give(RoutingContext context, Payload payload);
    }

    private void find(RoutingContext context, Answer answer) {
        find(context, context.pathParam("hash"), answer);
    }

    private void find(RoutingContext context, String name, Answer answer) {
        ContentHash hash;
        try {
            hash = new ContentHash(name);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There are no bytes under this name.");
        }
        looking.onContext(looking.journal().payload(hash))
                .onSuccess(
                        found -> found.ifPresentOrElse(
                                payload -> answer.give(context, payload),
                                () -> pages.problem(
                                        context,
                                        404,
                                        "Not kept any more",
                                        "These bytes are not in the journal, or were removed when retention.payloads was over.")))
                .onFailure(context::fail);
    }

    /** What differs between earlier bytes and these. */
    private void changes(RoutingContext context, Payload after) {
        Form form = Form.ofAddress(context.request(), List.of("from", "document"));
        find(
                context,
                form.text("from"),
                (same, before) -> looking.loop()
                        .beside(() -> Comparison.of(PayloadText.of(before), PayloadText.of(after)))
                        .onSuccess(compared -> pages.show(
                                context,
                                "changes",
                                new ChangesPage(
                                        pages.frame(context, "What changed", Section.DOCUMENTS),
                                        before.hash().hex(),
                                        after.hash().hex(),
                                        form.given("document"),
                                        compared)))
                        .onFailure(context::fail));
    }

    /** Never as something that a browser runs. */
    private static void bytes(RoutingContext context, Payload payload) {
        context.response()
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + payload.hash().hex().substring(0, 12) + ending(payload) + "\"")
                .end(Buffer.buffer(payload.bytes()));
    }

    private static String ending(Payload payload) {
        return PayloadText.x12(payload) ? ".edi" : payload.mediaType().startsWith(Payload.JSON) ? ".json" : ".txt";
    }

    private void show(RoutingContext context, Payload payload) {
        byte[] bytes = payload.bytes();
        boolean cut = bytes.length > MOST_SHOWN;
        byte[] shown = cut ? Arrays.copyOf(bytes, MOST_SHOWN) : bytes;
        Future<Optional<ExplainedFile>> explained = PayloadText.x12(payload)
                ? looking.loop().beside(() -> Optional.of(new X12Explainer().explain(shown)))
                : Future.succeededFuture(Optional.empty());
        explained
                .onSuccess(file -> pages.show(
                        context,
                        "payload",
                        new PayloadPage(
                                pages.frame(context, "Bytes", Section.DOCUMENTS),
                                payload.hash().hex(),
                                payload.mediaType(),
                                bytes.length,
                                Form.ofAddress(context.request(), List.of("document"))
                                        .given("document"),
                                file,
                                file.isPresent() ? "" : readable(payload, shown),
                                cut)))
                .onFailure(context::fail);
    }

    private static String readable(Payload payload, byte[] shown) {
        String text = new String(shown, StandardCharsets.UTF_8);
        if (payload.mediaType().startsWith(Payload.JSON)) {
            try {
                return Json.encodePrettily(Json.decodeValue(text));
            } catch (DecodeException e) {
                return text;
            }
        }
        return text;
    }
}
