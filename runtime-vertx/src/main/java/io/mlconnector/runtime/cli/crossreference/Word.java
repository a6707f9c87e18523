package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which translation is meant. What names nothing that is configured is refused before anybody is asked. */
final class Word {

    /** Stands for every partner, unless a partner has that name. */
    private static final String ANY = "any";

    @Parameters(index = "0", paramLabel = "PARTNER", description = "A partner of the configuration, or: any.")
    private String partner = "";

    @Parameters(index = "1", paramLabel = "unit|item")
    private Kind kind = Kind.UNIT;

    @Parameters(index = "2", paramLabel = "THEIRS", description = "A unit code, or a product id such as VN:ABC-1.")
    private String theirs = "";

    @Option(names = "--legal-entity", paramLabel = "ID", description = "Only in its documents (default: in all).")
    private @Nullable String legalEntity;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Only for documents of this day or later (default: for all).")
    private @Nullable LocalDate from;

    private CrossReferenceScope scope(ConfiguredPlaces places) {
        boolean every = partner.equals(ANY) && !places.partners().contains(new PartnerId(ANY));
        CrossReferenceScope scope = new CrossReferenceScope(
                every ? Optional.empty() : Optional.of(new PartnerId(partner)),
                Optional.ofNullable(legalEntity).map(LegalEntity::new));
        places.refuseUnknown(scope);
        return scope;
    }

    /**
     * What is translated.
     *
     * @throws CommandFailure if it cannot be, with the reason
     */
    CrossReference.Key key(ConfiguredPlaces places) {
        return understood(() -> new CrossReference.Key(scope(places), kind, theirs, Optional.ofNullable(from)));
    }

    /**
     * A translation of it.
     *
     * @param until the last day; empty: until further notice
     * @throws CommandFailure if there cannot be such a one, with the reason
     */
    CrossReference means(String ours, Optional<LocalDate> until, ConfiguredPlaces places) {
        return understood(() -> new CrossReference(
                        scope(places), kind, theirs, ours, new EffectiveDates(Optional.ofNullable(from), until))
                .usable());
    }

    /** The members or parameters by which the interface knows it; without those that are empty. */
    static Map<String, String> named(CrossReference.Key key) {
        Map<String, String> named = new LinkedHashMap<>();
        key.scope().partner().ifPresent(one -> named.put("partner", one.id()));
        key.scope().legalEntity().ifPresent(one -> named.put("legalEntity", one.id()));
        named.put("kind", key.kind().word());
        named.put("theirs", key.theirs());
        key.from().ifPresent(day -> named.put("from", day.toString()));
        return named;
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }
}
