package io.mlconnector.dynamics.internal.token;

import java.util.Map;

/** What an error code of Entra means for whoever wrote the configuration (learn.microsoft.com, "AADSTS error codes"). */
final class EntraAdvice {

    private static final String TENANT = "Entra knows no such tenant. Correct tenantId (or the tenant in tokenUrl).";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("AADSTS90002", TENANT),
            Map.entry("AADSTS900023", TENANT),
            Map.entry("AADSTS90133", TENANT),
            Map.entry(
                    "AADSTS700016",
                    "The tenant has no application with this client id. Correct clientId, or tenantId if the application"
                            + " is registered in another tenant."),
            Map.entry(
                    "AADSTS7000112",
                    "The application is disabled in the tenant. Have it enabled in Entra, or correct clientId."),
            Map.entry(
                    "AADSTS7000215",
                    "The client secret is wrong. Enter the secret's value, not its id, under clientSecret."),
            Map.entry("AADSTS7000216", "The client secret is missing. Enter it under clientSecret."),
            Map.entry(
                    "AADSTS7000222",
                    "The client secret has expired. Make a new one for the application in Entra and enter it under"
                            + " clientSecret."),
            Map.entry(
                    "AADSTS500011",
                    "The tenant knows no environment of F&O at this address. Correct environmentUrl, or tenantId."),
            Map.entry(
                    "AADSTS50001",
                    "The tenant knows no environment of F&O at this address. Correct environmentUrl, or tenantId."));

    private EntraAdvice() {}

    /** A sentence that names the key to change; of an unknown code, all that it may be. */
    static String of(String code) {
        return BY_CODE.getOrDefault(
                code, "Check tenantId, clientId and clientSecret, and that the secret has not expired.");
    }
}
