package io.mlconnector.runtime.lifecycle;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.cleo.options.ApiProviderOptions.Access;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.SigningCertificate;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.runtime.access.GateLimits;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.config.ConnectionSettings.ApiAccess;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import io.mlconnector.runtime.config.ConnectionSettings.ClientProof;
import io.mlconnector.runtime.config.Secret;
import io.mlconnector.runtime.crossreference.ReferenceCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection with both of its remote systems at hand, each behind the gate that all connections to it share.
 *
 * @param connection the ports
 * @param dynamics the F&O side
 * @param cleo the Cleo side
 */
public record OpenConnection(Connection connection, Dynamics dynamics, Cleo cleo) {

    /** Where the values of secrets come from. */
    interface Values {

        /**
         * The value of a secret.
         *
         * @param what names the place in the configuration, for messages
         */
        Future<String> of(Secret secret, String what);
    }

    /** Fetches the secrets and makes both sides; sends nothing to them yet. */
    public static Future<OpenConnection> open(DaemonResources resources, ConnectionSettings settings) {
        return open(
                resources.vertx(),
                resources.secrets()::value,
                resources.gates(),
                resources.engine().clock(),
                settings);
    }

    static Future<OpenConnection> open(
            Vertx vertx, Values secrets, Gates gates, InstantSource clock, ConnectionSettings settings) {
        String at = "connections[" + settings.id() + "].";
        return credential(secrets, settings, at)
                .compose(credential -> secrets.of(settings.cleo().password(), at + "cleo.password")
                        .compose(password -> totpKey(secrets, settings, at)
                                .compose(totpKey -> gates.toDynamics(
                                                settings.dynamics().environmentUrl())
                                        .compose(toDynamics -> gates.toCleo(
                                                        settings.cleo().baseUrl())
                                                .compose(toCleo -> providers(secrets, gates, settings, at)
                                                        .map(providers -> open(
                                                                vertx,
                                                                clock,
                                                                settings,
                                                                credential,
                                                                cleoOptions(settings.cleo(), password, totpKey),
                                                                toDynamics,
                                                                toCleo,
                                                                providers)))))));
    }

    private static Future<ClientCredential> credential(Values secrets, ConnectionSettings settings, String at) {
        return switch (settings.dynamics().credential()) {
            case ClientProof.BySecret(Secret secret) ->
                secrets.of(secret, at + "dynamics.clientSecret").map(ClientCredential.Secret::new);
            case ClientProof.ByCertificate(Secret.File certificate, Secret key) ->
                secrets.of(certificate, at + "dynamics.certificate")
                        .compose(pem -> secrets.of(key, at + "dynamics.privateKey")
                                .compose(keyPem -> signing(at, pem, keyPem)));
        };
    }

    private static Future<ClientCredential> signing(String at, String certificate, String key) {
        try {
            return Future.succeededFuture(new ClientCredential.Certificate(SigningCertificate.read(certificate, key)));
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(new CredentialException(
                    at + "dynamics.certificate and .privateKey cannot be used: " + e.getMessage() + ".", e));
        }
    }

    private static Future<Optional<String>> totpKey(Values secrets, ConnectionSettings settings, String at) {
        Optional<Secret> key = settings.cleo().totpKey();
        return key.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : secrets.of(key.get(), at + "cleo.totpKey").map(Optional::of);
    }

    private static Future<Map<PartnerId, Cleo.Provider>> providers(
            Values secrets, Gates gates, ConnectionSettings settings, String at) {
        Future<Map<PartnerId, Cleo.Provider>> all = Future.succeededFuture(new HashMap<>());
        for (Map.Entry<PartnerId, ApiProviderSide> one : settings.apiProviders().entrySet()) {
            ApiProviderSide side = one.getValue();
            String where = at + "partners[" + one.getKey().id() + "].orders.api.authentication.";
            all = all.compose(before -> access(secrets, side.access(), where)
                    .compose(access -> gates.toCleo(side.url()).map(gate -> {
                        before.put(
                                one.getKey(),
                                new Cleo.Provider(new ApiProviderOptions(side.url(), access, side.proof()), gate));
                        return before;
                    })));
        }
        return all;
    }

    private static Future<Access> access(Values secrets, ApiAccess access, String where) {
        return switch (access) {
            case ApiAccess.None ignored -> Future.succeededFuture(new Access.None());
            case ApiAccess.Basic(String username, Secret password) ->
                secrets.of(password, where + "password").map(value -> new Access.Basic(username, value));
            case ApiAccess.Bearer(Secret key) -> secrets.of(key, where + "key").map(Access.Bearer::new);
            case ApiAccess.Header(String name, Secret key) ->
                secrets.of(key, where + "key").map(value -> new Access.Header(name, value));
        };
    }

    private static CleoOptions cleoOptions(
            ConnectionSettings.CleoSide side, String password, Optional<String> totpKey) {
        return new CleoOptions(
                side.baseUrl(),
                side.username(),
                password,
                totpKey,
                side.dialect(),
                side.network(),
                side.requestTimeout(),
                side.fileTimeout(),
                side.largestFile(),
                side.largestFolder());
    }

    private static OpenConnection open(
            Vertx vertx,
            InstantSource clock,
            ConnectionSettings settings,
            ClientCredential credential,
            CleoOptions cleoOptions,
            Gate toDynamics,
            Gate toCleo,
            Map<PartnerId, Cleo.Provider> providers) {
        ConnectionSettings.DynamicsSide side = settings.dynamics();
        Dynamics dynamics = new Dynamics(
                vertx,
                new DynamicsOptions(
                        side.environmentUrl(),
                        side.tokenUrl(),
                        side.clientId(),
                        credential,
                        DynamicsOptions.USUAL_TIMEOUT,
                        GateLimits.DYNAMICS.mostAtOnce(),
                        side.largestAnswer(),
                        side.batchReads(),
                        side.orderSource(),
                        side.orderNotes(),
                        side.attachmentTypes()),
                toDynamics,
                clock);
        Cleo cleo = new Cleo(vertx, cleoOptions, toCleo, providers, clock, new SecureRandom());
        return new OpenConnection(
                new Connection(
                        settings.id(),
                        settings.partners(),
                        new Connection.OrderPolling(
                                side.legalEntities(),
                                side.orderPoll(),
                                side.ordersSince(),
                                side.recipients(),
                                side.comparison()),
                        new Connection.FolderPolling(
                                settings.cleo().poll(),
                                settings.cleo().stabilityWindow(),
                                FileSizes.USUAL,
                                settings.cleo().ignored(),
                                settings.cleo().readAgain(),
                                settings.cleo().dialect().consumeOnRead(),
                                settings.cleo().fileHook().bringsInterchange()),
                        side.headerReference(),
                        dynamics.purchaseOrders(),
                        dynamics.products(),
                        dynamics.vendorInvoices(),
                        cleo.mailbox()),
                dynamics,
                cleo);
    }

    /** Where it is asked whether translations name what F&O has. */
    public ReferenceCheck.Side side() {
        return new ReferenceCheck.Side(
                connection.orders().legalEntities(),
                connection.partners().all(),
                dynamics.masterData(),
                dynamics.vendors());
    }

    /** Closes both connection pools; the gates stay, others may use them. */
    public void close() {
        dynamics.close();
        cleo.close();
    }
}
