package io.mlconnector.console.reference;

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
import io.mlconnector.console.workplace.Translations;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Translations are entered: one, or those of a CSV file. One is a file of one line, so that both go the same way: shown first,
 * then entered exactly as they were shown.
 */
final class ReferenceChanging {

    private static final List<String> NAMES =
            List.of("partner", "legalEntity", "kind", "theirs", "ours", "from", "until");

    /** So many documents are named; the others are counted. */
    private static final int MOST_NAMED = 50;

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final Translations translations;

    ReferenceChanging(Pages pages, Entry entry, Engine looking, Translations translations) {
        this.pages = pages;
        this.entry = entry;
        this.looking = looking;
        this.translations = translations;
    }

    void mount(Router router) {
        router.get("/cross-references/new").handler(context -> ask(context, false));
        router.get("/cross-references/import").handler(context -> ask(context, true));
        router.post("/cross-references/preview").handler(entry::receive).handler(this::preview);
        router.post("/cross-references/enter").handler(entry::receive).handler(this::enter);
    }

    private static Operator allowed(RoutingContext context) {
        Operator operator = context.get(Pages.OPERATOR);
        Acting.allowed(operator, Permission.TRANSLATE);
        return operator;
    }

    private void ask(RoutingContext context, boolean many) {
        allowed(context);
        ask(context, Form.ofAddress(context.request(), NAMES), many, List.of());
    }

    private void ask(RoutingContext context, Form form, boolean many, List<String> mistakes) {
        Map<String, String> given = new LinkedHashMap<>();
        NAMES.forEach(name -> form.given(name).ifPresent(value -> given.put(name, value)));
        given.put("csv", form.raw("csv"));
        pages.show(
                context,
                mistakes.isEmpty() ? 200 : 422,
                many ? "referenceimport" : "referencenew",
                new EntryPage(
                        pages.frame(
                                context,
                                many ? "Enter a file of translations" : "Enter a translation",
                                Section.REFERENCES),
                        given,
                        mistakes,
                        translations.partners(),
                        translations.legalEntities()));
    }

    private void preview(RoutingContext context) {
        allowed(context);
        Form form = Form.of(entry.body(context));
        boolean many = form.values().containsKey("csv");
        String csv = many ? form.raw("csv") : line(form);
        readable(csv)
                .onSuccess(text -> {
                    if (text.mistakes().isEmpty() && !text.references().isEmpty()) {
                        show(context, form, csv, text, many, Optional.empty());
                    } else {
                        ask(context, form, many, mistakes(text, many));
                    }
                })
                .onFailure(context::fail);
    }

    private static List<String> mistakes(Translations.Text text, boolean many) {
        return text.mistakes().isEmpty()
                ? List.of("Below the header line stands nothing.")
                : text.mistakes().stream()
                        .map(one -> many ? one : one.replaceFirst("^Line \\d+: ", ""))
                        .map(one -> one.endsWith(".") ? one : one + ".")
                        .toList();
    }

    private Future<Translations.Text> readable(String csv) {
        if (csv.indexOf('\0') >= 0) {
            throw new UnusableException("The text holds a character that cannot be stored. Is it a CSV file?");
        }
        return translations.read(csv);
    }

    /** What was filled in, as a file of one line. */
    private static String line(Form form) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(NAMES.toArray(String[]::new))
                        .get())) {
            printer.printRecord(NAMES.stream().map(form::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void show(
            RoutingContext context,
            Form form,
            String csv,
            Translations.Text text,
            boolean many,
            Optional<String> refused) {
        boolean unchecked = form.ticked("unchecked");
        translations
                .foresee(text.references(), unchecked)
                .compose(foreseen -> named(foreseen.documents()).map(documents -> {
                    Map<String, String> hidden = new LinkedHashMap<>();
                    hidden.put("csv", csv);
                    hidden.put("many", String.valueOf(many));
                    hidden.put("seen", seen(foreseen.changes()));
                    hidden.put("stuck", String.valueOf(foreseen.documents().size() + foreseen.more()));
                    return new ChangePage(
                            pages.frame(context, "What it would change", Section.REFERENCES),
                            text,
                            foreseen,
                            documents,
                            hidden,
                            many,
                            unchecked,
                            refused);
                }))
                .onSuccess(page -> pages.show(context, refused.isPresent() ? 409 : 200, "referencechange", page))
                .onFailure(context::fail);
    }

    /** Stands for what would be replaced, so that nothing else is replaced than was shown. */
    private static String seen(CrossReferenceChanges changes) {
        StringBuilder all = new StringBuilder();
        changes.replaced().forEach(one -> all.append(one.before()).append('\n'));
        return Hashes.of(all.toString()).hex();
    }

    private Future<List<ChangePage.Stuck>> named(Map<DocumentId, Forecast> documents) {
        List<ChangePage.Stuck> all = new ArrayList<>();
        Future<Void> each = Future.succeededFuture();
        for (Map.Entry<DocumentId, Forecast> one :
                documents.entrySet().stream().limit(MOST_NAMED).toList()) {
            each = each.compose(ignored -> looking.onContext(looking.journal().find(one.getKey())))
                    .map(found -> {
                        found.ifPresent(document -> all.add(new ChangePage.Stuck(
                                new DocumentRow(document),
                                one.getValue().verdict().word(),
                                Foretold.sentence(one.getValue().message()))));
                        return null;
                    });
        }
        return each.map(ignored -> all);
    }

    private void enter(RoutingContext context) {
        Operator operator = allowed(context);
        Form form = Form.of(entry.body(context));
        boolean many = form.text("many").equals("true");
        String csv = form.raw("csv");
        readable(csv)
                .compose(text -> {
                    if (!text.mistakes().isEmpty() || text.references().isEmpty()) {
                        throw new UnusableException("What was shown cannot be read any more. Enter it again.");
                    }
                    return entered(context, form, csv, text, many, operator);
                })
                .onFailure(context::fail);
    }

    private Future<Void> entered(
            RoutingContext context, Form form, String csv, Translations.Text text, boolean many, Operator operator) {
        boolean unchecked = form.ticked("unchecked");
        return translations.compare(text.references()).compose(now -> {
            if (!seen(now).equals(form.text("seen"))) {
                show(
                        context,
                        form,
                        csv,
                        text,
                        many,
                        Optional.of("Somebody changed translations meanwhile. Nothing was entered; look again."));
                return Future.succeededFuture();
            }
            return translations
                    .enter(
                            text.references(),
                            !now.replaced().isEmpty(),
                            unchecked,
                            operator.name(),
                            form.text("reason"))
                    .map(attempt -> {
                        if (attempt.refused().isPresent()) {
                            show(
                                    context,
                                    form,
                                    csv,
                                    text,
                                    many,
                                    Optional.of("Nothing was entered. "
                                            + attempt.refused().get()));
                        } else {
                            Pages.go(context, "/cross-references", said(attempt.changes(), form.text("stuck")));
                        }
                        return null;
                    });
        });
    }

    private static String said(CrossReferenceChanges changes, String documents) {
        return changes.added().size() + (changes.added().size() == 1 ? " translation was" : " translations were")
                + " entered, " + changes.replaced().size() + " replaced."
                + (documents.matches("[1-9][0-9]{0,6}")
                        ? " Documents that stand still for these words: " + documents
                                + ". Have them done again under Causes."
                        : "");
    }
}
