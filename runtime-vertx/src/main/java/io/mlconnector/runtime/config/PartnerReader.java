package io.mlconnector.runtime.config;

import io.mlconnector.cleo.options.ApiProviderOptions.Proof;
import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Advice;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.runtime.config.ConnectionSettings.ApiAccess;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads one partner. */
final class PartnerReader {

    private static final Map<String, Format> FORMATS =
            ordered("x12", Format.X12, "json", Format.JSON, "api", Format.API);

    /** What is processed when it is received, and what only we send. */
    private static final Set<String> PROCESSED = Set.of("810", "824", "850", "855", "856", "860", "865", "997", "999");

    /** How an API Provider wants to know who posts. */
    private static final Map<String, String> SCHEMES = inOrder("none", "basic", "bearer", "header");

    private static final URI NOWHERE = URI.create("https://nowhere.invalid");

    private PartnerReader() {}

    /**
     * A partner of a connection.
     *
     * @param legalEntities of the connection
     * @param defaults what the connection says for the invoices of its partners
     * @param folder where files that are named lie
     * @param apiProviders gets the API Provider of this partner if it has one
     */
    static Optional<TradingPartner> read(
            Section partner,
            Set<LegalEntity> legalEntities,
            ConnectionSettings.InvoiceDefaults defaults,
            Path folder,
            Map<PartnerId, ApiProviderSide> apiProviders) {
        PartnerId id = partner.read("id", new PartnerId("unnamed"), PartnerId::new);
        if (!partner.has("id")) {
            partner.requiredText("id");
        }
        String name = partner.text("name").orElse(id.id());
        Map<LegalEntity, VendorAccount> vendors = vendors(partner, legalEntities);
        Optional<InterchangeAgreement> interchange =
                interchange(partner.requiredSection("interchange"), legalEntities, folder);
        Orders orders = partner.has("orders") ? orders(partner.section("orders"), id, apiProviders) : Orders.NONE;
        Optional<InvoiceAgreement> invoices = partner.has("invoices")
                ? invoices(partner.section("invoices"), orders, legalEntities, defaults)
                : Optional.empty();
        if (!partner.has("orders") && !partner.has("invoices")) {
            partner.mistake("id", "has neither orders nor invoices; agree on at least one of them");
        }
        partner.close();
        return interchange.map(agreed -> new TradingPartner(id, name, vendors, agreed, orders.agreement(), invoices));
    }

    private static Map<LegalEntity, VendorAccount> vendors(Section partner, Set<LegalEntity> legalEntities) {
        Section section = partner.requiredSection("vendors");
        Map<LegalEntity, VendorAccount> vendors = new LinkedHashMap<>();
        for (String key : Set.copyOf(section.keys())) {
            section.read(key, Optional.empty(), account -> {
                LegalEntity legalEntity = new LegalEntity(key);
                if (!legalEntities.isEmpty() && !legalEntities.contains(legalEntity)) {
                    throw new IllegalArgumentException("is not among dynamics.legalEntities "
                            + legalEntities.stream().sorted().toList());
                }
                vendors.put(legalEntity, new VendorAccount(account));
                return Optional.empty();
            });
        }
        if (vendors.isEmpty() && partner.has("vendors")) {
            partner.mistake("vendors", "names no vendor account; write {usmf: \"1001\"}");
        }
        return vendors;
    }

    private static Optional<InterchangeAgreement> interchange(
            Section section, Set<LegalEntity> legalEntities, Path folder) {
        Section ours = section.requiredSection("us");
        Map<LegalEntity, String> duns = duns(ours, legalEntities);
        Optional<InterchangeAddress> us = address(ours, section, "us");
        Optional<InterchangeAddress> them = address(section.requiredSection("them"), section, "them");
        Release release = section.read("version", Release.R004010, Release::of);
        Usage usage =
                section.choice("usage", Usage.PRODUCTION, ordered("production", Usage.PRODUCTION, "test", Usage.TEST));
        boolean acknowledgement = section.read("requestAcknowledgement", false, Values::truth);
        WritingProfile profile = section.text("profile")
                .map(file -> {
                    List<Mistake> mistakes = new ArrayList<>();
                    WritingProfile read = ProfileReader.read(folder.resolve(file), mistakes);
                    section.mistakes(mistakes);
                    return read;
                })
                .orElse(WritingProfile.USUAL);
        PartnerGuide guide = section.text("guide")
                .map(file -> {
                    List<Mistake> mistakes = new ArrayList<>();
                    PartnerGuide read = GuideReader.read(folder.resolve(file), mistakes);
                    section.mistakes(mistakes);
                    return read;
                })
                .orElse(PartnerGuide.NONE);
        Validation validation = section.choice(
                "validation",
                Validation.WARN,
                ordered("off", Validation.OFF, "warn", Validation.WARN, "reject", Validation.REJECT));
        TextRules texts = profile.texts();
        texts = texts.with(section.choice("characters", texts.characters(), ProfileReader.CHARACTERS));
        Section separators = section.section("separators");
        Delimiters delimiters = separators(separators);
        texts = texts.with(separators.choice("lineEnd", texts.lineEnd(), ProfileReader.LINE_ENDS));
        separators.close();
        section.close();
        if (us.isEmpty() || them.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InterchangeAgreement(
                us.get(),
                them.get(),
                release,
                usage,
                delimiters,
                acknowledgement,
                profile.with(texts).with(profile.header().with(duns)),
                validation,
                guide));
    }

    /** One for all, or one for each. */
    private static Map<LegalEntity, String> duns(Section us, Set<LegalEntity> legalEntities) {
        Map<LegalEntity, String> numbers = new LinkedHashMap<>();
        if (us.node("duns").filter(MappingNode.class::isInstance).isEmpty()) {
            us.read("duns", "", PartnerReader::dunsNumber);
            us.text("duns")
                    .map(String::strip)
                    .filter(PartnerReader::isDuns)
                    .ifPresent(number -> legalEntities.forEach(entity -> numbers.put(entity, number)));
            return numbers;
        }
        Section each = us.section("duns");
        for (String key : Set.copyOf(each.keys())) {
            each.read(key, "", number -> {
                LegalEntity legalEntity = new LegalEntity(key);
                if (!legalEntities.isEmpty() && !legalEntities.contains(legalEntity)) {
                    throw new IllegalArgumentException("is not among dynamics.legalEntities "
                            + legalEntities.stream().sorted().toList());
                }
                numbers.put(legalEntity, dunsNumber(number));
                return number;
            });
        }
        each.close();
        return numbers;
    }

    private static boolean isDuns(String text) {
        return text.matches("[0-9]{9}([0-9A-Z]{4})?");
    }

    private static String dunsNumber(String text) {
        String number = text.strip();
        if (!isDuns(number)) {
            throw new IllegalArgumentException(
                    "must be a DUNS number of 9 digits, or of 13 characters with the four of a place; quote it");
        }
        return number;
    }

    private static Delimiters separators(Section section) {
        Delimiters usual = Delimiters.USUAL;
        Delimiters agreed = new Delimiters(
                section.read("element", usual.element(), PartnerReader::separator),
                section.read("component", usual.component(), PartnerReader::separator),
                section.read("repetition", usual.repetition(), PartnerReader::separator),
                section.read("segment", usual.segment(), PartnerReader::separator));
        long different = IntStream.of(agreed.element(), agreed.component(), agreed.repetition(), agreed.segment())
                .distinct()
                .count();
        if (different < 4) {
            section.mistake("element", "and the other separators must be four different characters");
        }
        return agreed;
    }

    /** One character, or its number such as {@code 0x1d}. */
    private static char separator(String text) {
        boolean numbered = text.matches("0x[0-9a-fA-F]{1,2}");
        char character =
                numbered ? (char) Integer.parseInt(text.substring(2), 16) : text.isEmpty() ? ' ' : text.charAt(0);
        boolean usable = (numbered || text.length() == 1)
                && character > 0
                && character < 0x7f
                && " .-+".indexOf(character) < 0
                && !Character.isLetterOrDigit(character);
        if (!usable) {
            throw new IllegalArgumentException(
                    "must be one character that is no letter, digit, blank, point or sign, such as * or 0x1d, not "
                            + text);
        }
        return character;
    }

    private static Optional<InterchangeAddress> address(Section end, Section parent, String key) {
        String qualifier = end.requiredText("qualifier").strip();
        String id = end.requiredText("id").strip();
        String group = end.text("group").orElse(id).strip();
        if (!qualifier.isEmpty() && qualifier.length() != 2) {
            end.mistake("qualifier", "must have two characters, such as \"ZZ\" or \"01\"; quote it");
        }
        if (id.length() > 15) {
            end.mistake("id", "has " + id.length() + " characters; ISA06 and ISA08 hold 15");
        }
        if (!group.isEmpty() && (group.length() < 2 || group.length() > 15)) {
            end.mistake("group", "must have 2 to 15 characters (GS02, GS03)");
        }
        end.close();
        boolean usable = parent.has(key) && qualifier.length() == 2 && !id.isEmpty() && id.length() <= 15;
        return usable ? Optional.of(new InterchangeAddress(qualifier, id, group)) : Optional.empty();
    }

    /**
     * What is agreed about orders.
     *
     * @param agreement empty if it could not be read
     * @param folder into which files for the partner go; empty if none is named
     */
    private record Orders(Optional<OrderAgreement> agreement, Optional<FolderReference> folder) {
        static final Orders NONE = new Orders(Optional.empty(), Optional.empty());

        boolean inFolder() {
            return agreement.filter(agreed -> agreed.format() != Format.API).isPresent();
        }
    }

    private static Orders orders(Section section, PartnerId partner, Map<PartnerId, ApiProviderSide> apiProviders) {
        Format format = section.choice("format", Format.X12, FORMATS);
        // With format api it is where answers go, unless they have a folder of their own.
        Optional<FolderReference> folder =
                format != Format.API || section.has("folder") ? folder(section) : Optional.empty();
        Optional<FolderReference> whither = folder;
        if (format == Format.API) {
            whither = Optional.of(new FolderReference.ApiProvider(partner));
            apiProviders.put(partner, apiProvider(section));
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
                ordered("860", Changes.CHANGE_ORDER, "replace", Changes.REPLACE, "hold", Changes.HOLD));
        OnUnknownOutcome unknown = section.choice(
                "onUnknownOutcome",
                OnUnknownOutcome.HOLD,
                ordered("hold", OnUnknownOutcome.HOLD, "resend", OnUnknownOutcome.RESEND));
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

    private static ApiProviderSide apiProvider(Section section) {
        URI url = section.read("apiUrl", NOWHERE, Values::urlForSecrets);
        if (!section.has("apiUrl")) {
            section.mistake(
                    "format",
                    "api needs apiUrl beside it: the address that Cockpit shows for the API Provider endpoint");
        }
        Section api = section.section("api");
        ApiAccess access = access(api.section("authentication"), url);
        Optional<String> member = api.text("member");
        Optional<String> status = api.text("statusUrl");
        Proof proof =
                switch (api.choice("proof", "none", ordered("none", "none", "member", "member", "status", "status"))) {
                    case "member" -> new Proof.Member(member.orElse("id"));
                    case "status" -> status(api);
                    default -> new Proof.Success();
                };
        api.close();
        return new ApiProviderSide(url, access, proof);
    }

    private static Proof status(Section api) {
        String usual = "https://nowhere.invalid/" + Proof.StatusAddress.DOCUMENT;
        if (!api.has("statusUrl")) {
            api.mistake("proof", "status needs statusUrl beside it, with {document} where our document's id goes");
        }
        return new Proof.StatusAddress(api.read("statusUrl", usual, text -> {
            Values.urlForSecrets(text.replace(Proof.StatusAddress.DOCUMENT, "document"));
            return new Proof.StatusAddress(text.strip()).template();
        }));
    }

    private static Map<String, String> inOrder(String... words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String word : words) {
            all.put(word, word);
        }
        return all;
    }

    private static ApiAccess access(Section section, URI url) {
        String scheme = section.choice("scheme", "none", SCHEMES);
        String username = section.text("username").orElse("");
        String header = section.text("header").orElse("X-API-Key");
        Optional<Secret> password = ConnectionReader.secret(section, "password", url);
        Optional<Secret> key = ConnectionReader.secret(section, "key", url);
        if (scheme.equals("basic") && (username.isEmpty() || !section.has("password"))) {
            section.mistake("scheme", "basic needs username and password beside it");
        }
        if ((scheme.equals("bearer") || scheme.equals("header")) && !section.has("key")) {
            section.mistake("scheme", scheme + " needs key beside it");
        }
        if (!header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            section.mistake("header", "is no name of an HTTP header");
        }
        section.close();
        return switch (scheme) {
            case "basic" -> new ApiAccess.Basic(username, password.orElse(new Secret.Plain("")));
            case "bearer" -> new ApiAccess.Bearer(key.orElse(new Secret.Plain("")));
            case "header" -> new ApiAccess.Header(header, key.orElse(new Secret.Plain("")));
            default -> new ApiAccess.None();
        };
    }

    private static Optional<InvoiceAgreement> invoices(
            Section section,
            Orders orders,
            Set<LegalEntity> legalEntities,
            ConnectionSettings.InvoiceDefaults defaults) {
        Optional<FolderReference> folder = folder(section);
        AfterReceive after = section.choice(
                "afterReceive",
                AfterReceive.LEAVE,
                ordered("leave", AfterReceive.LEAVE, "delete", AfterReceive.DELETE));
        Optional<AcknowledgementAgreement> acknowledgement = acknowledgement(section, orders.folder());
        section.choice("onDuplicate", "refuse", Map.of("refuse", "refuse"));
        Checks tolerances = CheckReader.read(section.section("checks"), legalEntities);
        Leniency leniency = leniency(section);
        ChargeTable charges =
                CheckReader.charges(section.section("charges"), legalEntities).over(defaults.charges());
        Attachments attachments = CheckReader.attachments(section, defaults.attachments());
        HeaderAgreement header = CheckReader.header(section.section("header"), legalEntities, defaults.header());
        Advice advice =
                section.choice("advice", Advice.ASKED, ordered("asked", Advice.ASKED, "automatic", Advice.AUTOMATIC));
        if (advice == Advice.AUTOMATIC && acknowledgement.isEmpty() && !orders.inFolder()) {
            section.mistake(
                    "advice",
                    "needs a folder for the answers: add orders.folder, or acknowledge: \"997\" with"
                            + " acknowledgements: {folder: …} here");
        }
        section.close();
        return folder.map(there -> new InvoiceAgreement(
                there, after, tolerances, acknowledgement, leniency, charges, advice, attachments, header));
    }

    private static Leniency leniency(Section section) {
        Set<EnvelopePart> forgiven = EnumSet.noneOf(EnvelopePart.class);
        for (String word : section.texts("forgive")) {
            Optional<EnvelopePart> part = Arrays.stream(EnvelopePart.values())
                    .filter(known -> known.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
            part.ifPresentOrElse(
                    forgiven::add,
                    () -> section.mistake(
                            "forgive",
                            "\"" + word + "\" is none of " + Arrays.toString(EnvelopePart.values())
                                    + ", the parts of an envelope that can be forgiven"));
        }
        Set<String> kept = new LinkedHashSet<>();
        for (String kind : section.texts("keep")) {
            if (!kind.matches("[0-9]{3}")) {
                section.mistake("keep", "\"" + kind + "\" is no transaction set, such as \"864\"");
            } else if (PROCESSED.contains(kind)) {
                section.mistake("keep", "\"" + kind + "\" is processed, or sent by us, and cannot be filed away");
            } else {
                kept.add(kind);
            }
        }
        return new Leniency(forgiven, kept);
    }

    /** Answers go where orders go unless a folder of their own is named. */
    private static Optional<AcknowledgementAgreement> acknowledgement(
            Section section, Optional<FolderReference> uploads) {
        boolean wanted = section.choice("acknowledge", false, ordered("none", false, "997", true));
        Section details = section.section("acknowledgements");
        Optional<FolderReference> own = details.has("folder") ? folder(details) : Optional.empty();
        Confirmation confirmation = details.choice(
                "interchange",
                Confirmation.ON_REQUEST,
                ordered(
                        "never",
                        Confirmation.NEVER,
                        "on-request",
                        Confirmation.ON_REQUEST,
                        "always",
                        Confirmation.ALWAYS));
        boolean together = details.choice("ta1", false, ordered("alone", false, "with-997", true));
        OnUnknownOutcome unknown = details.choice(
                "onUnknownOutcome",
                OnUnknownOutcome.RESEND,
                ordered("resend", OnUnknownOutcome.RESEND, "hold", OnUnknownOutcome.HOLD));
        details.close();
        Optional<FolderReference> folder = own.or(() -> uploads);
        if (!wanted) {
            return Optional.empty();
        }
        if (folder.isEmpty()) {
            section.mistake(
                    "acknowledge",
                    "needs a folder for the answers: add orders.folder, or acknowledgements: {folder: …} here");
        }
        return folder.map(there -> new AcknowledgementAgreement(there, confirmation, together, unknown));
    }

    /** A path, or {@code {id: …}}. */
    private static Optional<FolderReference> folder(Section section) {
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

    private static <T> Map<String, T> ordered(String first, T firstValue, String second, T secondValue) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, firstValue);
        words.put(second, secondValue);
        return words;
    }

    private static <T> Map<String, T> ordered(
            String first, T firstValue, String second, T secondValue, String third, T thirdValue) {
        Map<String, T> words = ordered(first, firstValue, second, secondValue);
        words.put(third, thirdValue);
        return words;
    }
}
