package io.mlconnector.runtime.config;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.Dialect.Authentication;
import io.mlconnector.cleo.options.Dialect.RateKey;
import io.mlconnector.cleo.options.Dialect.UploadMode;
import io.mlconnector.cleo.options.ListingMembers;
import io.mlconnector.cleo.options.Network;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.intake.IgnoredNames;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.dynamics.options.AttachmentTypes;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.engine.Connection;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import io.mlconnector.runtime.config.ConnectionSettings.CleoSide;
import io.mlconnector.runtime.config.ConnectionSettings.ClientProof;
import io.mlconnector.runtime.config.ConnectionSettings.DynamicsSide;
import io.mlconnector.runtime.config.ConnectionSettings.FileHook;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one connection. */
final class ConnectionReader {

    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private ConnectionReader() {}

    static ConnectionSettings read(Section connection, Path folder) {
        String id = connection.requiredText("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,40}")) {
            connection.mistake("id", "is made of a-z, 0-9 and '-', at most 40 of them");
        }
        DynamicsSide dynamics = dynamics(connection.requiredSection("dynamics"), folder);
        CleoSide cleo = cleo(connection.requiredSection("cleo"));
        List<TradingPartner> partners = new ArrayList<>();
        Map<PartnerId, ApiProviderSide> apiProviders = new HashMap<>();
        for (Section partner : connection.sections("partners")) {
            PartnerReader.read(partner, dynamics.legalEntities(), dynamics.forInvoices(), folder, apiProviders)
                    .ifPresent(partners::add);
        }
        if (!connection.has("partners")) {
            connection.mistake("id", "has no partners; documents need at least one");
        }
        twice(connection, partners);
        connection.close();
        return new ConnectionSettings(id, dynamics, cleo, new TradingPartners(partners), apiProviders);
    }

    private static void twice(Section connection, List<TradingPartner> partners) {
        Set<String> seen = new HashSet<>();
        for (TradingPartner partner : partners) {
            if (!seen.add(partner.id().id())) {
                connection.mistake("partners", "partner " + partner.id() + " is defined twice");
            }
            partner.vendors().forEach((legalEntity, account) -> {
                if (!seen.add(legalEntity + "/" + account.number())) {
                    connection.mistake(
                            "partners", "vendor " + account + " of " + legalEntity + " belongs to two partners");
                }
            });
        }
    }

    private static DynamicsSide dynamics(Section section, Path folder) {
        if (!section.has("environmentUrl")) {
            section.requiredText("environmentUrl");
        }
        URI environment = section.read("environmentUrl", NOWHERE, Values::urlForSecrets);
        Optional<String> tenant = section.text("tenantId");
        URI byTenant = tenant.map(DynamicsOptions::tokenUrlOf).orElse(NOWHERE);
        URI token = section.read("tokenUrl", byTenant, Values::urlForSecrets);
        if (tenant.isEmpty() && !section.has("tokenUrl")) {
            section.mistake("environmentUrl", "needs tenantId or tokenUrl beside it, to sign in");
        }
        String clientId = section.requiredText("clientId");
        ClientProof proof = proof(section, token, folder);
        Set<LegalEntity> legalEntities = new LinkedHashSet<>();
        for (String text : section.texts("legalEntities")) {
            try {
                legalEntities.add(new LegalEntity(text));
            } catch (IllegalArgumentException e) {
                section.mistake("legalEntities", String.valueOf(e.getMessage()));
            }
        }
        if (legalEntities.isEmpty()) {
            section.mistake("legalEntities", "names no legal entity; write [usmf, gbsi]");
        }
        Section orders = section.section("orders");
        Duration poll = orders.read("poll", Duration.ofSeconds(60), Values::positiveDuration);
        Optional<LocalDate> since = orders.read("since", Optional.empty(), text -> Optional.of(Values.day(text)));
        boolean hold = orders.choice("otherVendors", false, Map.of("hold", true, "skip", false));
        Set<OrderKind> kinds = kinds(orders);
        Comparison comparison = orders.choice(
                "compare",
                Comparison.EVERYTHING,
                Map.of(
                        "everything",
                        Comparison.EVERYTHING,
                        "amounts",
                        Comparison.AMOUNTS,
                        "nothing",
                        Comparison.NOTHING));
        OrderSource source = orders.choice(
                "source",
                OrderSource.AUTOMATIC,
                Map.of(
                        "automatic",
                        OrderSource.AUTOMATIC,
                        "confirmations",
                        OrderSource.CONFIRMATIONS,
                        "orders",
                        OrderSource.ORDERS));
        OrderNotes notes = orders.choice(
                "notes",
                OrderNotes.NONE,
                Map.of("none", OrderNotes.NONE, "header", OrderNotes.HEADER, "all", OrderNotes.ALL));
        orders.close();
        Section events = section.section("businessEvents");
        Optional<Secret> eventKey = secret(events, "key", environment);
        Optional<Secret> previousEventKey = secret(events, "previousKey", environment);
        events.close();
        HeaderReference reference = section.choice(
                "headerReference",
                HeaderReference.ASSIGNED,
                Map.of("assigned", HeaderReference.ASSIGNED, "ours", HeaderReference.OURS));
        ChargeTable charges = CheckReader.charges(section.section("charges"), legalEntities);
        Attachments attachments = CheckReader.attachments(section, Attachments.NONE);
        HeaderAgreement invoiceHeader = CheckReader.header(
                section.section("invoiceHeader"),
                legalEntities,
                HeaderAgreement.USUAL.in(section.read("timeZone", ZoneOffset.UTC, CheckReader::zone)));
        Section types = section.section("attachmentTypes");
        AttachmentTypes attachmentTypes = new AttachmentTypes(
                types.text("note").orElse(AttachmentTypes.USUAL.note()),
                types.text("file").orElse(AttachmentTypes.USUAL.file()));
        types.close();
        int largestAnswer =
                section.read("largestAnswer", DynamicsOptions.USUAL_MOST_BYTES, text -> Values.bytes(text, 256 << 20));
        boolean batchReads = section.read("batchReads", true, Values::truth);
        section.close();
        return new DynamicsSide(
                environment,
                token,
                clientId,
                proof,
                legalEntities,
                poll,
                since,
                new OrderRecipient.Rules(hold, kinds),
                comparison,
                source,
                notes,
                eventKey,
                previousEventKey,
                reference,
                charges,
                attachments,
                attachmentTypes,
                invoiceHeader,
                largestAnswer,
                batchReads);
    }

    /** A secret, or a certificate and its key. */
    private static ClientProof proof(Section section, URI token, Path folder) {
        if (!section.has("certificate") && !section.has("privateKey")) {
            Secret secret = secret(section, "clientSecret", token).orElse(new Secret.Plain(""));
            if (!section.has("clientSecret")) {
                section.mistake("clientId", "needs clientSecret beside it, or certificate and privateKey, to sign in");
            }
            return new ClientProof.BySecret(secret);
        }
        if (section.has("clientSecret")) {
            section.mistake("clientSecret", "and certificate exclude each other; leave one of them out");
            secret(section, "clientSecret", token);
        }
        if (!section.has("certificate")) {
            section.mistake("privateKey", "needs certificate beside it, a PEM file");
        }
        if (!section.has("privateKey")) {
            section.mistake("certificate", "needs privateKey beside it, a PEM file in PKCS#8 or a secret");
        }
        Path certificate = folder.resolve(section.text("certificate").orElse("certificate.pem"));
        Secret key =
                section.node("privateKey").filter(ScalarNode.class::isInstance).isPresent()
                        ? new Secret.File(
                                folder.resolve(section.text("privateKey").orElse("")))
                        : secret(section, "privateKey", NOWHERE).orElse(new Secret.Plain(""));
        return new ClientProof.ByCertificate(new Secret.File(certificate), key);
    }

    private static Set<OrderKind> kinds(Section orders) {
        Set<OrderKind> kinds = new LinkedHashSet<>();
        for (String word : orders.texts("kinds")) {
            switch (word) {
                case "purchase" -> kinds.add(OrderKind.PURCHASE);
                case "return" -> kinds.add(OrderKind.RETURN);
                case "blanket" -> kinds.add(OrderKind.BLANKET);
                case "journal" -> kinds.add(OrderKind.JOURNAL);
                default -> orders.mistake("kinds", "has " + word + "; a kind is purchase, return, blanket or journal");
            }
        }
        return kinds.isEmpty() ? Set.of(OrderKind.PURCHASE) : kinds;
    }

    private static CleoSide cleo(Section section) {
        if (!section.has("baseUrl")) {
            section.requiredText("baseUrl");
        }
        URI base = section.read("baseUrl", NOWHERE, Values::urlForSecrets);
        String username = section.requiredText("username");
        Secret password = secret(section, "password", base).orElse(new Secret.Plain(""));
        if (!section.has("password")) {
            section.requiredText("password");
        }
        Optional<Secret> totpKey = secret(section, "totpKey", base);
        double rate = section.read("requestsPerSecond", 5.0, text -> {
            double value = Values.decimal(text).doubleValue();
            if (value <= 0 || value > 1000) {
                throw new IllegalArgumentException("must be more than 0 and at most 1000");
            }
            return value;
        });
        Duration poll = section.read("poll", Duration.ofSeconds(60), Values::positiveDuration);
        Duration stability = section.read("stabilityWindow", Duration.ofSeconds(10), Values::duration);
        IgnoredNames ignored = section.has("ignore") ? new IgnoredNames(section.texts("ignore")) : IgnoredNames.USUAL;
        Duration readAgain =
                section.read("readAgain", Connection.FolderPolling.USUALLY_READ_AGAIN, Values::positiveDuration);
        Section hook = section.section("fileArrived");
        FileHook fileHook = new FileHook(
                secret(hook, "key", base),
                secret(hook, "previousKey", base),
                hook.choice(
                        "scheme",
                        FileHook.Scheme.BEARER,
                        Map.of(
                                "bearer",
                                FileHook.Scheme.BEARER,
                                "basic",
                                FileHook.Scheme.BASIC,
                                "header",
                                FileHook.Scheme.HEADER)),
                hook.text("header").orElse(FileHook.USUAL_HEADER),
                hook.choice("body", false, Map.of("hint", false, "x12", true)));
        if (hook.has("previousKey") && !hook.has("key")) {
            hook.mistake("previousKey", "needs key beside it");
        }
        hook.close();
        Network network = network(section);
        Section timeouts = section.section("timeouts");
        Duration request = timeouts.read("request", CleoOptions.USUAL_REQUEST_TIMEOUT, Values::positiveDuration);
        Duration file = timeouts.read("file", CleoOptions.USUAL_UPLOAD_TIMEOUT, Values::positiveDuration);
        Duration connect = timeouts.read("connect", Network.USUAL.connect(), Values::positiveDuration);
        timeouts.close();
        Dialect dialect = dialect(section.section("dialect"));
        int largestFile =
                section.read("largestFile", CleoOptions.USUAL_MOST_BYTES, text -> Values.bytes(text, 512 << 20));
        int largestFolder = section.read(
                "largestFolder", CleoOptions.USUAL_MOST_ENTRIES, text -> Values.integer(text, 1, 10_000_000));
        section.close();
        return new CleoSide(
                base,
                username,
                password,
                totpKey,
                new Network(network.trust(), network.proxy(), connect),
                request,
                file,
                rate,
                poll,
                stability,
                ignored,
                readAgain,
                fileHook,
                dialect,
                largestFile,
                largestFolder);
    }

    private static Network network(Section section) {
        Section tls = section.section("tls");
        Optional<Path> trust = tls.read("trust", Optional.empty(), text -> Optional.of(Path.of(text)));
        if (trust.filter(file -> !Files.isReadable(file)).isPresent()) {
            tls.mistake(
                    "trust", "names a file that is not there or cannot be read; it is a PEM file with certificates");
        }
        tls.close();
        Optional<URI> proxy = section.read("proxy", Optional.empty(), text -> {
            URI address = URI.create(text);
            if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getUserInfo() != null) {
                throw new IllegalArgumentException("must be like http://host:port, without a user");
            }
            return Optional.of(address);
        });
        return new Network(trust, proxy, Network.USUAL.connect());
    }

    private static Dialect dialect(Section section) {
        Dialect usual = Dialect.USUAL;
        Dialect dialect = new Dialect(
                section.choice(
                        "authentication",
                        usual.authentication(),
                        Map.of("password", Authentication.PASSWORD, "basic", Authentication.BASIC)),
                path(section, "tokenPath", usual.tokenPath(), false),
                path(section, "root", usual.root(), false),
                path(section, "children", usual.children(), true),
                path(section, "upload", usual.upload(), true),
                path(section, "content", usual.content(), true),
                path(section, "remove", usual.remove(), true),
                section.choice("uploadMethod", "POST", Map.of("POST", "POST", "PUT", "PUT")),
                section.choice(
                        "uploadMode",
                        usual.uploadMode(),
                        Map.of("raw", UploadMode.RAW, "multipart", UploadMode.MULTIPART)),
                section.text("disposition").orElse(usual.disposition()),
                section.read("pageSize", usual.pageSize(), text -> Values.integer(text, 1, 10_000)),
                section.choice(
                        "rateKey",
                        usual.rateKey(),
                        Map.of(
                                "first-segment",
                                RateKey.FIRST_SEGMENT,
                                "template",
                                RateKey.TEMPLATE,
                                "path",
                                RateKey.PATH)),
                new ListingMembers(
                        section.text("entries").orElse(""),
                        section.text("name").orElse(""),
                        section.text("type").orElse(""),
                        section.text("size").orElse(""),
                        section.text("modified").orElse("")),
                section.text("totpParameter").orElse(usual.totpParameter()),
                section.choice("consumeOnRead", usual.consumeOnRead(), Map.of("true", true, "false", false)));
        section.close();
        return dialect;
    }

    private static String path(Section section, String key, String usual, boolean withId) {
        return section.read(key, usual, text -> {
            if (!text.startsWith("/")) {
                throw new IllegalArgumentException("must begin with a slash; it is relative to baseUrl");
            }
            if (withId && !text.contains("{id}")) {
                throw new IllegalArgumentException("must contain {id}");
            }
            return text;
        });
    }

    /**
     * A value of type secret.
     *
     * @param host where it will be sent; a plain text is accepted for this machine only
     */
    static Optional<Secret> secret(Section section, String key, URI host) {
        return section.node(key).flatMap(node -> {
            if (node instanceof MappingNode) {
                return source(section.section(key), section, key);
            }
            if (node instanceof ScalarNode scalar) {
                if (!Values.loopback(String.valueOf(host.getHost()))) {
                    section.mistake(
                            key,
                            "must not stand here in plain text; write {secret: NAME} and enter it with: ml-connector"
                                    + " credentials set NAME (or use {env: NAME} or {file: PATH})");
                    return Optional.empty();
                }
                return Optional.of(new Secret.Plain(scalar.getValue()));
            }
            section.mistake(key, "must be {secret: NAME}, {env: NAME} or {file: PATH}");
            return Optional.empty();
        });
    }

    private static Optional<Secret> source(Section source, Section parent, String key) {
        Optional<String> stored = source.text("secret");
        Optional<String> variable = source.text("env");
        Optional<String> file = source.text("file");
        source.close();
        if (stored.stream().count() + variable.stream().count() + file.stream().count() != 1) {
            parent.mistake(key, "must name exactly one of secret, env and file");
            return Optional.empty();
        }
        return stored.<Secret>map(Secret.Stored::new)
                .or(() -> variable.map(Secret.Environment::new))
                .or(() -> file.map(path -> new Secret.File(java.nio.file.Path.of(path))));
    }
}
