package io.mlconnector.runtime.document;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.mlconnector.runtime.http.request.Routes;
import java.util.List;

/** All that the interface for programs has about documents, their files and their bytes. */
public final class DocumentRoutes implements Routes {

    private final List<Routes> parts;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, so that they keep no document waiting
     * @param connections over these a forecast looks
     * @param places against which filters are checked
     */
    public DocumentRoutes(Engine engine, Engine looking, List<Connection> connections, RequestedPlaces places) {
        this.parts = List.of(
                new UnchangedDocument(looking),
                new DocumentsApi(looking, places),
                new FilesApi(looking, places),
                new PayloadsApi(looking),
                new ReplayApi(engine, looking, connections, places),
                new InterventionApi(engine, looking, connections),
                new BulkApi(engine, looking, connections, places),
                new AttentionApi(engine, looking, connections),
                new SettlingApi(engine),
                new AdviceApi(engine, looking, connections));
    }

    @Override
    public void mount(ApiRouter router) {
        parts.forEach(part -> part.mount(router));
    }
}
