package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.correction.CorrectionFault;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Edit;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.json.Json;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Replays, forecasts and edited payloads, as the commands do and print them. */
final class ReplayWork {

    /** Many documents may be asked for. */
    private static final Duration LONG = Duration.ofHours(1);

    private final DaemonResources resources;
    private final boolean json;

    ReplayWork(DaemonResources resources, boolean json) {
        this.resources = resources;
        this.json = json;
    }

    /** Says what would happen; nothing is done anywhere. */
    int forecast(List<DocumentRecord> documents, Optional<Stage> from) {
        Map<DocumentId, Forecast> found = forecasting(forecasts -> Blocking.await(forecasts.of(documents, from), LONG));
        Map<DocumentId, JsonObject> items = new LinkedHashMap<>();
        found.forEach((id, forecast) -> items.put(id, Json.of(id, forecast)));
        print(items);
        return 0;
    }

    /** Says what a discard would do; nothing is done anywhere. */
    int discarded(List<DocumentRecord> documents, boolean withHeader) {
        Map<DocumentId, JsonObject> items = new LinkedHashMap<>();
        forecasting(forecasts -> {
            for (DocumentRecord document : documents) {
                items.put(
                        document.id(),
                        Json.of(document.id(), Blocking.await(forecasts.discarded(document, withHeader))));
            }
            return items;
        });
        print(items);
        return 0;
    }

    /** Has them done again; the daemon sees it within a second, whether it runs now or later. */
    int replay(List<DocumentId> ids, Optional<Stage> from, String who, String reason) {
        Map<DocumentId, Replayed> results =
                Blocking.await(new Replays(resources.engine()).replay(ids, from, who, reason), LONG);
        Map<DocumentId, JsonObject> items = new LinkedHashMap<>();
        results.forEach((id, replayed) -> items.put(id, Json.of(id, replayed)));
        print(items);
        return results.values().stream()
                        .allMatch(replayed -> replayed.document().isPresent())
                ? 0
                : ExitCode.FAILED;
    }

    private void print(Map<DocumentId, JsonObject> items) {
        if (json) {
            JsonArray all = new JsonArray();
            items.values().forEach(all::add);
            System.out.println(
                    new JsonObject().put("items", all).put("count", all.size()).encodePrettily());
            return;
        }
        items.forEach((id, item) -> System.out.println(id + "  " + item.getString("message")));
        if (items.size() != 1) {
            Map<String, Long> counts = items.values().stream()
                    .collect(Collectors.groupingBy(
                            item -> item.getString("verdict", item.getString("outcome")),
                            TreeMap::new,
                            Collectors.counting()));
            System.out.println(items.size() + " documents " + counts);
        }
    }

    /** Puts an edited payload in place, or says what would come of it. */
    int resubmit(DocumentId id, byte[] bytes, String who, String reason, boolean forecast) {
        Edits edits = new Edits(resources.engine());
        return switch (Blocking.await(edits.read(id, bytes))) {
            case Edit.Missing ignored -> throw new CommandFailure(ExitCode.FAILED, "There is no document " + id + ".");
            case Edit.Refused(String why) -> throw new CommandFailure(ExitCode.FAILED, why);
            case Edit.Unusable(CorrectionFault fault) ->
                throw new CommandFailure(
                        ExitCode.FAILED,
                        fault.why()
                                + fault.problems().stream()
                                        .map(problem -> "\n  " + X12Command.line(problem))
                                        .collect(Collectors.joining()));
            case Edit.Usable usable -> {
                JsonObject item = forecast ? foreseen(edits, id, usable) : put(edits, id, usable, who, reason);
                String difference = new String(usable.difference().bytes(), StandardCharsets.UTF_8);
                if (json) {
                    System.out.println(item.put("difference", difference).encodePrettily());
                } else {
                    System.out.println(id + "  " + item.getString("message"));
                    System.out.println(difference);
                }
                yield "refused".equals(item.getString("outcome")) ? ExitCode.FAILED : 0;
            }
        };
    }

    private JsonObject foreseen(Edits edits, DocumentId id, Edit.Usable usable) {
        Forecast forecast = forecasting(forecasts -> Blocking.await(edits.forecast(forecasts, id, usable)));
        return Json.of(id, forecast);
    }

    private static JsonObject put(Edits edits, DocumentId id, Edit.Usable usable, String who, String reason) {
        return Json.of(id, Blocking.await(edits.put(id, usable, who, reason)));
    }

    /** With both sides of every connection at hand, to be read only. */
    private <T> T forecasting(Function<Forecasts, T> work) {
        List<OpenConnection> open = new ArrayList<>();
        try {
            for (ConnectionSettings settings : resources.configuration().connections()) {
                open.add(Blocking.await(OpenConnection.open(resources, settings)));
            }
            return work.apply(new Forecasts(
                    resources.engine(),
                    open.stream().map(OpenConnection::connection).toList()));
        } finally {
            open.forEach(OpenConnection::close);
        }
    }
}
