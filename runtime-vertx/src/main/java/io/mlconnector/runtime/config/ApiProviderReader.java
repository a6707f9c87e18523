package io.mlconnector.runtime.config;

import io.mlconnector.cleo.options.ApiProviderOptions.Proof;
import io.mlconnector.runtime.config.ConnectionSettings.ApiAccess;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Reads the API Provider to which orders are posted. */
final class ApiProviderReader {

    /** How an API Provider wants to know who posts. */
    private static final Map<String, String> SCHEMES = Choices.words("none", "basic", "bearer", "header");

    private static final URI NOWHERE = URI.create("https://nowhere.invalid");

    private ApiProviderReader() {}

    /** From the section of the orders that go there. */
    static ApiProviderSide read(Section section) {
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
        Proof proof = switch (api.choice(
                "proof", "none", Choices.of("none", "none", "member", "member", "status", "status"))) {
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
}
