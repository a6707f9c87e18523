package io.mlconnector.runtime.crossreference;

import io.mlconnector.console.workplace.Translations;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.vertx.core.Future;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cross-references for the console, by the rules of the interface and the commands. */
public final class ConsoleTranslations implements Translations {

    private final CrossReferenceStore reading;
    private final CrossReferenceStore writing;
    private final ConfiguredPlaces places;
    private final ReferenceCheck check;
    private final Function<List<CrossReference>, Future<Effects>> effects;
    private final Loop loop;

    /**
     * On these tables.
     *
     * @param reading for those who only look
     * @param writing for those who change something
     * @param places against which new ones are checked
     * @param check asks F&O whether it has what new ones name
     * @param effects says what would become of documents, with new ones that are not entered
     * @param loop beside which files are read and written
     */
    public ConsoleTranslations(
            CrossReferenceStore reading,
            CrossReferenceStore writing,
            ConfiguredPlaces places,
            ReferenceCheck check,
            Function<List<CrossReference>, Future<Effects>> effects,
            Loop loop) {
        this.reading = reading;
        this.writing = writing;
        this.places = places;
        this.check = check;
        this.effects = effects;
        this.loop = loop;
    }

    /**
     * What would become of documents that stand still.
     *
     * @param documents of each that is looked at
     * @param more how many others there are
     */
    public record Effects(Map<DocumentId, Forecast> documents, int more) {}

    @Override
    public Future<List<Entered>> all() {
        return reading.list()
                .map(all -> all.stream()
                        .map(one ->
                                new Entered(one.id(), one.reference(), one.changedAt(), one.changedBy(), one.reason()))
                        .toList());
    }

    @Override
    public List<String> partners() {
        return places.partners().stream().map(PartnerId::id).sorted().toList();
    }

    @Override
    public List<String> legalEntities() {
        return places.legalEntities().stream().map(LegalEntity::id).sorted().toList();
    }

    @Override
    public Future<Text> read(String csv) {
        return loop.beside(() -> {
            CrossReferenceCsv.Content content = CrossReferenceCsv.read(new StringReader(csv), places);
            return new Text(content.references(), content.lines(), content.mistakes());
        });
    }

    @Override
    public Future<String> write(List<CrossReference> references) {
        return loop.beside(() -> {
            StringBuilder text = new StringBuilder();
            CrossReferenceCsv.write(references, text);
            return text.toString();
        });
    }

    /**
     * What F&O said.
     *
     * @param unfounded by position
     * @param notTold why it said nothing
     */
    private record Asked(Map<Integer, String> unfounded, Optional<String> notTold) {}

    private Future<Asked> asked(List<CrossReference> wanted, boolean unchecked) {
        return unchecked
                ? Future.succeededFuture(new Asked(Map.of(), Optional.empty()))
                : check.of(wanted)
                        .map(all -> {
                            Map<Integer, String> unfounded = new HashMap<>();
                            all.forEach(one -> unfounded.putIfAbsent(
                                    one.position(),
                                    Character.toUpperCase(one.why().charAt(0))
                                            + one.why().substring(1) + "."));
                            return new Asked(unfounded, Optional.empty());
                        })
                        .recover(failure -> failure instanceof ReferenceCheck.NotTold why
                                ? Future.succeededFuture(
                                        new Asked(Map.of(), Optional.of(String.valueOf(why.getMessage()))))
                                : Future.failedFuture(failure));
    }

    @Override
    public Future<CrossReferenceChanges> compare(List<CrossReference> wanted) {
        return reading.preview(wanted);
    }

    @Override
    public Future<Foreseen> foresee(List<CrossReference> wanted, boolean unchecked) {
        return reading.preview(wanted)
                .compose(changes -> asked(wanted, unchecked)
                        .compose(asked -> effects.apply(wanted)
                                .map(found -> new Foreseen(
                                        changes,
                                        asked.unfounded(),
                                        asked.notTold(),
                                        found.documents(),
                                        found.more()))));
    }

    @Override
    public Future<Attempt> enter(
            List<CrossReference> wanted, boolean replace, boolean unchecked, String operator, String reason) {
        Overwriting overwriting = replace ? Overwriting.ALLOWED : Overwriting.REFUSED;
        return asked(wanted, unchecked).compose(asked -> {
            Optional<String> refused =
                    asked.notTold().or(() -> asked.unfounded().values().stream().findFirst());
            if (refused.isPresent()) {
                return reading.preview(wanted).map(changes -> new Attempt(changes, refused));
            }
            return writing.enter(wanted, overwriting, new Editor(operator, reason, unchecked))
                    .map(changes -> new Attempt(changes, refused(changes, overwriting)));
        });
    }

    private static Optional<String> refused(CrossReferenceChanges changes, Overwriting overwriting) {
        if (CrossReferenceStore.done(changes, overwriting)) {
            return Optional.empty();
        }
        return Optional.of(
                changes.contradicting().isEmpty()
                        ? changes.replaced().getFirst().before().key() + " means "
                                + changes.replaced().getFirst().before().ours() + " meanwhile."
                        : "Two of them contradict each other.");
    }

    @Override
    public Future<Optional<CrossReference>> remove(CrossReference.Key key, String operator, String reason) {
        return writing.remove(key, new Editor(operator, reason));
    }
}
