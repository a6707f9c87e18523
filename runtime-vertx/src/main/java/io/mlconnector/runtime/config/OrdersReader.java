package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads what is agreed with a partner about orders. */
final class OrdersReader {

    private static final Map<String, Format> FORMATS =
            Choices.of("x12", Format.X12, "json", Format.JSON, "api", Format.API);

    private OrdersReader() {}

    /**
     * What is agreed about orders.
     *
     * @param agreement empty if it could not be read
     * @param folder into which files for the partner go; empty if none is named
     */
    record Orders(Optional<OrderAgreement> agreement, Optional<FolderReference> folder) {
        static final Orders NONE = new Orders(Optional.empty(), Optional.empty());

        boolean inFolder() {
            return agreement.filter(agreed -> agreed.format() != Format.API).isPresent();
        }
    }

    /**
     * What is agreed about orders.
     *
     * @param apiProviders gets the API Provider of this partner if it has one
     */
    static Orders read(Section section, PartnerId partner, Map<PartnerId, ApiProviderSide> apiProviders) {
        Format format = section.choice("format", Format.X12, FORMATS);
        // With format api it is where answers go, unless they have a folder of their own.
        Optional<FolderReference> folder =
                format != Format.API || section.has("folder") ? folder(section) : Optional.empty();
        Optional<FolderReference> whither = folder;
        if (format == Format.API) {
            whither = Optional.of(new FolderReference.ApiProvider(partner));
            apiProviders.put(partner, ApiProviderReader.read(section));
        } else {
            section.text("apiUrl");
            if (section.has("api")) {
                section.mistake("api", "has a meaning for format api only; leave it out, or set format to api");
                section.section("api");
            }
        }
        Optional<FolderReference> archive =
                section.has("archiveFolder") ? folder(section, "archiveFolder") : Optional.empty();
        Changes changes = section.choice(
                "changes",
                Changes.CHANGE_ORDER,
                Choices.of("860", Changes.CHANGE_ORDER, "replace", Changes.REPLACE, "hold", Changes.HOLD));
        OnUnknownOutcome unknown = section.choice(
                "onUnknownOutcome",
                OnUnknownOutcome.HOLD,
                Choices.of("hold", OnUnknownOutcome.HOLD, "resend", OnUnknownOutcome.RESEND));
        Optional<Duration> within = Optional.empty();
        if (section.has("expectAcknowledgement")) {
            Section expected = section.section("expectAcknowledgement");
            within = Optional.of(expected.read("within", Duration.ofHours(24), Values::positiveDuration));
            expected.close();
        }
        Optional<FolderReference> beside = section.has("beside") ? beside(section, format, folder) : Optional.empty();
        section.close();
        Optional<Duration> acknowledgeWithin = within;
        return new Orders(
                whither.map(there ->
                        new OrderAgreement(format, there, changes, unknown, acknowledgeWithin, archive, beside)),
                folder);
    }

    /** Neutral JSON beside X12, to try it out. */
    private static Optional<FolderReference> beside(Section orders, Format format, Optional<FolderReference> folder) {
        if (format != Format.X12) {
            orders.mistake("beside", "has a meaning for format x12 only; leave it out, or set format to x12");
        }
        Section section = orders.section("beside");
        section.choice("format", "json", Map.of("json", "json"));
        Optional<FolderReference> beside = folder(section);
        if (beside.isPresent() && beside.equals(folder)) {
            section.mistake("folder", "is the folder of the X12 orders; name another one");
        }
        section.close();
        return beside;
    }

    /** A path, or {@code {id: …}}. */
    static Optional<FolderReference> folder(Section section) {
        return folder(section, "folder");
    }

    private static Optional<FolderReference> folder(Section section, String key) {
        if (section.node(key).filter(MappingNode.class::isInstance).isPresent()) {
            Section byId = section.section(key);
            String id = byId.requiredText("id");
            byId.close();
            return id.isEmpty() ? Optional.empty() : Optional.of(new FolderReference.ById(id));
        }
        String path = section.requiredText(key);
        return path.isEmpty() ? Optional.empty() : Optional.of(new FolderReference.ByPath(path));
    }
}
