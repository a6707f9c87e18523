package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.view.KnownPlaces;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.journal.PostgresJournal;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.postgres.request.RequestKeys;
import io.mlconnector.runtime.audit.AuditApi;
import io.mlconnector.runtime.backfill.BackfillApi;
import io.mlconnector.runtime.cause.CauseFixes;
import io.mlconnector.runtime.cause.CausesApi;
import io.mlconnector.runtime.cause.EffectsJson;
import io.mlconnector.runtime.cause.TranslationEffects;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.credentials.CredentialsApi;
import io.mlconnector.runtime.credentials.StoredSecrets;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.ConsoleTranslations;
import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.crossreference.ReferenceCheck;
import io.mlconnector.runtime.document.DocumentRoutes;
import io.mlconnector.runtime.folder.FoldersApi;
import io.mlconnector.runtime.http.Api;
import io.mlconnector.runtime.http.request.ConnectionChoice;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.ping.ConnectionsApi;
import io.mlconnector.runtime.ping.Ping;
import io.mlconnector.runtime.ping.Pings;
import io.mlconnector.runtime.ping.PollMemory;
import io.mlconnector.runtime.ping.Sides;
import io.mlconnector.runtime.preview.PreviewsApi;
import io.mlconnector.runtime.reconciliation.ReconciliationApi;
import io.mlconnector.runtime.workplace.ConsoleAudit;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the interface for programs and the console are made of, on the connections of those who only look. */
public final class InterfaceParts {

    private final DaemonResources resources;
    private final List<OpenConnection> open;
    private final List<Connection> connections;
    private final Engine looking;
    private final Pings pings;
    private final ConsoleAudit trail;

    /** Over these connections. */
    public InterfaceParts(DaemonResources resources, List<OpenConnection> open) {
        this.resources = resources;
        this.open = List.copyOf(open);
        this.connections = open.stream().map(OpenConnection::connection).toList();
        this.looking = looking(resources);
        this.pings = new Pings(connected(), resources.engine().clock());
        this.trail = ConsoleParts.audit(resources);
    }

    /** What persons did, and the proof of the history; programs and people have it verified together. */
    ConsoleAudit trail() {
        return trail;
    }

    /** The engine for those who only look, on connections of their own. */
    private static Engine looking(DaemonResources resources) {
        Engine engine = resources.engine();
        Pool pool = resources.database().ofTheInterface().pool();
        return engine.over(
                new PostgresJournal(pool, engine.clock(), engine.storedForm()),
                new CrossReferenceStore(pool, engine.clock()));
    }

    /** The engine for those who only look. */
    Engine looking() {
        return looking;
    }

    /** All connections. */
    List<Connection> connections() {
        return connections;
    }

    /** The interface for programs. */
    public Api api(Operators operators, Health health) {
        InstantSource clock = resources.engine().clock();
        return new Api(
                looking,
                operators,
                connections,
                new ConnectionsApi(pings, sides(), health, clock),
                crossReferences(),
                causes(),
                new ReconciliationApi(resources.engine(), looking, connections, configured()),
                new CredentialsApi(secrets()),
                more(),
                new RequestKeys(resources.database().pool(), clock));
    }

    private List<Routes> more() {
        ConnectionChoice choice = new ConnectionChoice(connections, configured());
        return List.of(
                new DocumentRoutes(resources.engine(), looking, connections, places()),
                new PreviewsApi(looking, choice),
                new BackfillApi(resources.engine(), looking, choice),
                new AuditApi(trail),
                new FoldersApi(
                        looking.loop(),
                        open.stream()
                                .collect(Collectors.toMap(
                                        one -> one.connection().id(),
                                        one -> one.cleo().explorer()))));
    }

    private RequestedPlaces places() {
        ConfiguredPlaces places = ConfiguredPlaces.of(resources.configuration());
        return new RequestedPlaces(new KnownPlaces(
                looking,
                Set.copyOf(configured()),
                places.partners().stream().map(PartnerId::id).collect(Collectors.toSet()),
                places.legalEntities().stream().map(LegalEntity::id).collect(Collectors.toSet())));
    }

    private StoredSecrets secrets() {
        Pool pool = resources.database().pool();
        return new StoredSecrets(
                resources.credentials(),
                resources.engine().loop(),
                () -> DaemonResources.key(
                        resources.vertx(), resources.configuration(), System.getenv(), resources.database()),
                key -> new Credentials(pool, key, resources.engine().clock()));
    }

    private CausesApi causes() {
        return new CausesApi(looking, fixes(), places());
    }

    /** Fixes of causes. */
    CauseFixes fixes() {
        return new CauseFixes(
                resources.engine(),
                looking,
                connections,
                new CrossReferenceStore(
                        resources.database().pool(), resources.engine().clock()),
                ConfiguredPlaces.of(resources.configuration()),
                check());
    }

    private ReferenceCheck check() {
        return new ReferenceCheck(
                resources.engine().loop(),
                open.stream().map(OpenConnection::side).toList(),
                closed());
    }

    private List<String> configured() {
        return resources.configuration().connections().stream()
                .map(ConnectionSettings::id)
                .toList();
    }

    /** Connections that are configured and could not be opened: never those of a daemon, which does not start without them. */
    private List<String> closed() {
        List<String> ids = connections.stream().map(Connection::id).toList();
        return configured().stream().filter(id -> !ids.contains(id)).toList();
    }

    private CrossReferencesApi crossReferences() {
        InstantSource clock = resources.engine().clock();
        return new CrossReferencesApi(
                looking,
                new CrossReferenceStore(resources.database().ofTheInterface().pool(), clock),
                new CrossReferenceStore(resources.database().pool(), clock),
                ConfiguredPlaces.of(resources.configuration()),
                check(),
                wanted ->
                        new TranslationEffects(looking, connections).of(wanted).map(EffectsJson::of));
    }

    /** The alignment tables, for pages. */
    ConsoleTranslations translations() {
        InstantSource clock = resources.engine().clock();
        TranslationEffects effects = new TranslationEffects(looking, connections);
        return new ConsoleTranslations(
                new CrossReferenceStore(resources.database().ofTheInterface().pool(), clock),
                new CrossReferenceStore(resources.database().pool(), clock),
                ConfiguredPlaces.of(resources.configuration()),
                check(),
                wanted -> effects.of(wanted)
                        .map(found -> new ConsoleTranslations.Effects(found.documents(), found.more())),
                looking.loop());
    }

    /** Asks both sides of connections; programs and people ask together. */
    Pings pings() {
        return pings;
    }

    /** How both sides of connections are. */
    Sides sides() {
        return new Sides(
                () -> resources.gates().loads(), () -> resources.gates().traffic());
    }

    private Map<String, Ping> connected() {
        PollMemory memory =
                new PollMemory(names -> looking.onContext(looking.journal().cursors(names)));
        Map<String, Ping> pings = new LinkedHashMap<>();
        for (OpenConnection one : open) {
            String id = one.connection().id();
            resources.configuration().connections().stream()
                    .filter(settings -> settings.id().equals(id))
                    .forEach(settings -> pings.put(
                            id, new Ping(resources.engine().loop(), settings, one.dynamics(), one.cleo(), memory)));
        }
        return pings;
    }
}
