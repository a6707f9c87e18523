package io.mlconnector.console.edit;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Foretold;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Edit;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A document is edited and resubmitted: shown first what differs and what would become of it, then done. */
public final class Editing {

    /** The two lines that name the sides of a difference. */
    private static final int SIDES = 2;

    private final Pages pages;
    private final Entry entry;
    private final Engine engine;
    private final Engine looking;
    private final Forecasts forecasts;
    private final Edits edits;
    private final Edits previews;

    /** Over this workplace. */
    public Editing(Pages pages, Entry entry, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.engine = workplace.engine();
        this.looking = workplace.looking();
        this.forecasts = new Forecasts(looking, workplace.connections());
        this.edits = new Edits(engine);
        this.previews = new Edits(looking);
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/documents/:id/edit").handler(Form::noWords).handler(context -> open(context, this::begin));
        router.post("/documents/:id/edit/preview")
                .handler(entry::receive)
                .handler(context -> open(context, this::preview));
        router.post("/documents/:id/edit").handler(entry::receive).handler(context -> open(context, this::resubmit));
    }

    /** A document whose bytes can be edited, and its bytes. */
    private record Opened(RoutingContext context, DocumentRecord document, Payload current) {

        EditedText form() {
            return EditedText.of(current.bytes());
        }
    }

    private interface Step {
        Future<Void> go(Opened opened);
    }

    private void open(RoutingContext context, Step step) {
        Acting.allowed(context.<Operator>get(Pages.OPERATOR), Permission.EDIT);
        DocumentId id;
        try {
            id = new DocumentId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no document with this id.");
        }
        Future<Optional<DocumentRecord>> document =
                looking.onContext(looking.journal().find(id));
        Future<Optional<Payload>> current = previews.current(id);
        Future.all(document, current)
                .compose(ignored -> {
                    if (document.result().isEmpty() || current.result().isEmpty()) {
                        pages.problem(
                                context,
                                404,
                                "Nothing to edit",
                                "There is no such document, or its bytes are not kept, or it is not X12.");
                        return Future.succeededFuture();
                    }
                    return step.go(new Opened(
                            context, document.result().get(), current.result().get()));
                })
                .onFailure(context::fail);
    }

    private Future<Void> begin(Opened opened) {
        byte[] bytes = opened.current().bytes();
        return previews.read(opened.document().id(), bytes).map(edit -> {
            Optional<String> refused = edit instanceof Edit.Refused(String why) ? Optional.of(why) : Optional.empty();
            show(opened, 200, opened.form().shown(bytes), refused, Optional.empty(), List.of(), Optional.empty());
            return null;
        });
    }

    private String written(Opened opened) {
        String text = Form.of(entry.body(opened.context())).raw("text");
        if (text.isBlank()) {
            throw new UnusableException("Nothing was written. To take the document out of the way, discard it.");
        }
        return text;
    }

    private Future<Void> preview(Opened opened) {
        String text = written(opened);
        return read(opened, text, usable -> foreseen(opened, text, usable, Optional.empty()));
    }

    private interface WithUsable {
        Future<Void> go(Edit.Usable edit);
    }

    private Future<Void> read(Opened opened, String text, WithUsable next) {
        return previews.read(opened.document().id(), opened.form().bytes(text)).compose(edit -> switch (edit) {
            case Edit.Missing ignored -> Future.failedFuture(new UnusableException("There is no such document."));
            case Edit.Refused(String why) -> {
                show(opened, 409, text, Optional.of(why), Optional.empty(), List.of(), Optional.empty());
                yield Future.succeededFuture();
            }
            case Edit.Unusable(var fault) -> {
                show(opened, 422, text, Optional.empty(), Optional.of(fault.why()), fault.problems(), Optional.empty());
                yield Future.succeededFuture();
            }
            case Edit.Usable usable -> next.go(usable);
        });
    }

    private Future<Void> foreseen(Opened opened, String text, Edit.Usable edit, Optional<String> refused) {
        return previews.forecast(forecasts, opened.document().id(), edit).map(forecast -> {
            List<EditPage.Line> lines = new String(edit.difference().bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(SIDES)
                    .map(EditPage.Line::of)
                    .toList();
            show(
                    opened,
                    refused.isPresent() ? 409 : 200,
                    text,
                    Optional.empty(),
                    refused,
                    List.of(),
                    Optional.of(new EditPage.Foreseen(
                            lines,
                            forecast.verdict().word(),
                            Foretold.sentence(forecast.message()),
                            edit.original().hex(),
                            forecast.verdict() != Forecast.Verdict.REFUSED && !lines.isEmpty())));
            return null;
        });
    }

    private void show(
            Opened opened,
            int status,
            String text,
            Optional<String> refused,
            Optional<String> fault,
            List<SyntaxProblem> problems,
            Optional<EditPage.Foreseen> foreseen) {
        DocumentRow row = new DocumentRow(opened.document());
        pages.show(
                opened.context(),
                status,
                "edit",
                new EditPage(
                        pages.frame(
                                opened.context(),
                                "Edit " + row.kind().toLowerCase(java.util.Locale.ROOT) + " " + row.name(),
                                Section.DOCUMENTS),
                        row,
                        text,
                        refused,
                        fault,
                        problems,
                        foreseen));
    }

    private Future<Void> resubmit(Opened opened) {
        Form form = Form.of(entry.body(opened.context()));
        String text = written(opened);
        Operator operator = opened.context().get(Pages.OPERATOR);
        return read(opened, text, usable -> {
            if (!usable.original().hex().equals(form.text("original"))) {
                return foreseen(
                        opened,
                        text,
                        usable,
                        Optional.of("Somebody edited it meanwhile. Nothing was done; look at the difference again."));
            }
            return edits.put(opened.document().id(), usable, operator.name(), form.text("reason"))
                    .map(replayed -> {
                        engine.loop().signal(Signals.DUE, "");
                        Pages.go(
                                opened.context(),
                                DocumentRow.address(opened.document()),
                                replayed instanceof Replayed.Again
                                        ? "It is done again with what you wrote. What comes of it stands below."
                                        : Foretold.sentence(replayed.message()));
                        return null;
                    });
        });
    }
}
