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
                    "AADSTS50034",
                    "The directory does not know the account. Correct tenantId, or clientId if it is not the id of an"
                            + " application."),
            Map.entry(
                    "AADSTS50049",
                    "Entra does not know the address as one of a tenant. Correct tenantId, or tokenUrl."),
            Map.entry("AADSTS50059", TENANT),
            Map.entry(
                    "AADSTS50194",
                    "The token endpoint is not that of one tenant. Write the tenant into tenantId or tokenUrl, not common or"
                            + " organizations."),
            Map.entry(
                    "AADSTS50196",
                    "Entra takes the requests for a loop. Let it rest; then look who else uses clientId."),
            Map.entry(
                    "AADSTS50012",
                    "Entra does not accept the signature. Register the file of dynamics.certificate for the application in"
                            + " Entra, or correct dynamics.privateKey."),
            Map.entry(
                    "AADSTS50027",
                    "Entra cannot read the client assertion. Check dynamics.certificate and dynamics.privateKey, and the"
                            + " clock of this machine."),
            Map.entry(
                    "AADSTS700027",
                    "Entra knows no such certificate for the application, or it has expired. Register the file of"
                            + " dynamics.certificate for the application in Entra (Certificates & secrets), or correct"
                            + " dynamics.certificate."),
            Map.entry("AADSTS700021", "The client assertion names another application. Correct clientId."),
            Map.entry(
                    "AADSTS700023",
                    "The client assertion is for another token endpoint. Correct tokenUrl, or use tenantId."),
            Map.entry(
                    "AADSTS700024",
                    "The client assertion is not valid now. Set the clock of this machine right (NTP)."),
            Map.entry(
                    "AADSTS7000214",
                    "Entra knows no certificate for the application. Register the file of dynamics.certificate for it, or use"
                            + " clientSecret."),
            Map.entry(
                    "AADSTS7000218",
                    "The client secret is missing. Enter it under clientSecret, or use certificate and privateKey."),
            Map.entry(
                    "AADSTS7000217",
                    "The application may not sign in in this way. In Entra, make it a confidential client with a secret or"
                            + " certificate, or correct clientId."),
            Map.entry(
                    "AADSTS700025",
                    "The application is a public client, which has no secret. Register a confidential one in Entra, and"
                            + " correct clientId."),
            Map.entry(
                    "AADSTS700030",
                    "The certificate is no proof for this application. Register the file of dynamics.certificate for it in"
                            + " Entra."),
            Map.entry(
                    "AADSTS70011",
                    "Entra does not know the scope. environmentUrl must be scheme and host of the environment, without a"
                            + " path; with an endpoint of v1, tokenUrl must not contain /v2.0/."),
            Map.entry(
                    "AADSTS1002012",
                    "Entra does not know the scope. environmentUrl must be scheme and host of the environment, without a"
                            + " path."),
            Map.entry(
                    "AADSTS70001",
                    "The tenant has no such application, or it is disabled. Correct clientId, or tenantId."),
            Map.entry("AADSTS700054", "The endpoint does not issue such tokens. Correct tokenUrl, or use tenantId."),
            Map.entry(
                    "AADSTS65001",
                    "The application has no consent for F&O in this tenant, or environmentUrl is not what F&O calls itself."
                            + " Have an administrator consent to it in Entra; check environmentUrl."),
            Map.entry(
                    "AADSTS501051",
                    "The application is not assigned to F&O in this tenant. Assign it in Entra, under Enterprise applications."),
            Map.entry(
                    "AADSTS53003",
                    "A Conditional Access policy blocks the sign-in. Have the policy leave out the application of clientId"
                            + " or this machine's address (Entra, Conditional Access for workload identities)."),
            Map.entry(
                    "AADSTS530003",
                    "A Conditional Access policy asks for a managed device. Have the policy leave out the application of"
                            + " clientId."),
            Map.entry(
                    "AADSTS7000114",
                    "The application may not act in this way. Correct clientId, or register an application of its own."),
            Map.entry(
                    "AADSTS500014",
                    "F&O is disabled in this tenant as an enterprise application. Have it enabled in Entra."),
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
    static String of(String code, boolean byCertificate) {
        return BY_CODE.getOrDefault(
                code,
                byCertificate
                        ? "Check tenantId, clientId, certificate and privateKey, and that the certificate has not expired."
                        : "Check tenantId, clientId and clientSecret, and that the secret has not expired.");
    }
}
