package io.mlconnector.runtime.cli.config;

import io.mlconnector.runtime.config.section.Mistake;
import java.util.Arrays;
import java.util.List;

/** What is asked for a first configuration, in this order. */
enum Question {
    /** The short name of the connection. */
    CONNECTION("A short name for this connection, which stands in every document (a-z, 0-9, -)", "main", true, "id"),
    /** Where F&O is. */
    ENVIRONMENT_URL(
            "F&O: address of the environment",
            "https://contoso.operations.dynamics.com",
            false,
            "dynamics.environmentUrl"),
    /** Where tokens come from. */
    TENANT(
            "F&O: id of the Entra tenant",
            "00000000-0000-0000-0000-000000000000",
            false,
            "dynamics.tenantId",
            "dynamics.tokenUrl"),
    /** Who we are there. */
    CLIENT(
            "F&O: client id of the application that is registered in Entra",
            "11111111-1111-1111-1111-111111111111",
            false,
            "dynamics.clientId"),
    /** Whose documents are moved. */
    LEGAL_ENTITIES(
            "F&O: legal entities whose documents are moved, with commas between them",
            "usmf",
            false,
            "dynamics.legalEntities"),
    /** Where Cleo is. */
    BASE_URL("Cleo: address of the API", "https://contoso.cleointegration.com/api", false, "cleo.baseUrl"),
    /** Who we are there. */
    USERNAME("Cleo: name of the service account", "svc_mlc", false, "cleo.username"),
    /** The short name of the partner. */
    PARTNER("First trading partner: a short name (a-z, 0-9, -)", "acme", false, "partners[0].id"),
    /** As people call it. */
    PARTNER_NAME("First trading partner: name", "Acme Foods", false, "partners[0].name"),
    /** Its accounts. */
    VENDORS(
            "First trading partner: vendor account in F&O (for several legal entities one each, in their order,"
                    + " with commas; one alone is that of all)",
            "1001",
            false,
            "partners[0].vendors"),
    /** Our address. */
    US("Our X12 address, qualifier:id", "ZZ:CONTOSO", false, "partners[0].interchange.us"),
    /** Its address. */
    THEM("The partner's X12 address, qualifier:id", "01:123456789", false, "partners[0].interchange.them"),
    /** Where orders go. */
    ORDERS("Folder of Cleo into which orders go (- for none)", "/upload/acme", false, "partners[0].orders"),
    /** Where invoices come from. */
    INVOICES(
            "Folder of Cleo from which invoices are taken (- for none)",
            "/download/acme",
            false,
            "partners[0].invoices",
            "partners[0].id");

    private final String text;
    private final String example;
    private final boolean usual;

    @SuppressWarnings("ImmutableEnumChecker") // of a stream, so it cannot be changed
    private final List<String> paths;

    Question(String text, String example, boolean usual, String... paths) {
        this.text = text;
        this.example = example;
        this.usual = usual;
        this.paths = Arrays.stream(paths).map(path -> "connections[0]." + path).toList();
    }

    /** An answer that is right in form. */
    String example() {
        return example;
    }

    /** Whether the example is a good answer, so that none means it. */
    boolean usual() {
        return usual;
    }

    /** The question as it is asked. */
    String text() {
        return text + (usual ? " [" + example + "]" : ", such as " + example);
    }

    /** Whether a mistake of the configuration was made by this answer. */
    boolean blames(Mistake mistake) {
        return paths.stream().anyMatch(mistake.path()::startsWith);
    }
}
