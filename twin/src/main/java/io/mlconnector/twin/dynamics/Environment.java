package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.PublicEntities;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Rights;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.odata.Batch;
import io.mlconnector.twin.dynamics.odata.Metadata;
import io.mlconnector.twin.dynamics.odata.ODataService;
import io.mlconnector.twin.dynamics.odata.ReadFaults;
import io.mlconnector.twin.dynamics.odata.Throttling;
import io.mlconnector.twin.dynamics.payables.BlockedItems;
import io.mlconnector.twin.dynamics.payables.ChargesCodes;
import io.mlconnector.twin.dynamics.payables.InvoiceAttachmentRules;
import io.mlconnector.twin.dynamics.payables.InvoiceChargeRules;
import io.mlconnector.twin.dynamics.payables.InvoiceHeaderRules;
import io.mlconnector.twin.dynamics.payables.InvoiceLineRules;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.CallCounter;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.Reply;
import io.mlconnector.twin.http.SimulatedServer;
import java.util.List;
import java.util.Map;

/** The environment as HTTP: token endpoint, then everything under {@code /data/} for callers with a token. */
final class Environment implements SimulatedServer.Handler {

    private static final String DATA = "/data/";

    private final Object lock;
    private final DynamicsBehaviour behaviour;
    private final Tokens tokens;
    private final ODataService service;
    private final Batch batch;
    private final Ids ids;
    private final PublicEntities metadata;
    private int answered;

    Environment(
            Object lock,
            DynamicsBehaviour behaviour,
            Tables tables,
            Rights rights,
            ChargesCodes codes,
            BlockedItems blocked,
            PublicEntities metadata,
            Tokens tokens,
            Ids ids,
            FaultPlan faults,
            CallCounter calls) {
        this.lock = lock;
        this.behaviour = behaviour;
        this.tokens = tokens;
        this.ids = ids;
        this.metadata = metadata;
        this.service = new ODataService(
                behaviour,
                tables,
                rights,
                metadata,
                Map.of(
                        EntitySets.INVOICES, new InvoiceHeaderRules(behaviour, tables),
                        EntitySets.INVOICE_LINES, new InvoiceLineRules(tables, blocked),
                        EntitySets.INVOICE_HEADER_CHARGES, new InvoiceChargeRules(tables, codes),
                        EntitySets.INVOICE_LINE_CHARGES, new InvoiceChargeRules(tables, codes),
                        EntitySets.INVOICE_ATTACHMENTS, new InvoiceAttachmentRules(tables)));
        this.batch = new Batch(behaviour, tables, service, ids, new ReadFaults(faults, calls, this));
    }

    @Override
    public Reply answer(Call call) {
        synchronized (lock) {
            Reply token = tokens.answer(call);
            if (token != null) {
                return token;
            }
            if (!tokens.accepts(call.header("Authorization"))) {
                return expired(call);
            }
            return data(call).with("ms-dyn-aid", ids.guid("activity/" + answered++));
        }
    }

    private Reply data(Call call) {
        try {
            if (isBatch(call) && behaviour.batchSupported()) {
                return batch.answer(call);
            }
            if (call.path().equals("/data/$metadata") && call.method().equals("GET")) {
                return Metadata.reply();
            }
            if (PublicEntities.owns(call.path()) && call.method().equals("GET")) {
                return metadata.answer(call);
            }
            if (!call.rawPath().startsWith(DATA)) {
                throw Refusal.noRoute(call.origin() + call.rawPath());
            }
            return service.answer(call, call.rawPath().substring(DATA.length()));
        } catch (Refusal refusal) {
            return refusal.reply(behaviour.validationStatus());
        }
    }

    @Override
    public List<String> readsInside(Call call) {
        return isBatch(call) ? Batch.reads(call) : List.of();
    }

    private static boolean isBatch(Call call) {
        return call.path().equals("/data/$batch") && call.method().equals("POST");
    }

    @Override
    public String template(String path) {
        if (path.endsWith("/token")) {
            return path.replaceFirst("^/[^/]+", "/{tenant}");
        }
        return path.replaceAll("\\([^)]*\\)", "({key})");
    }

    @Override
    public Reply expired(Call call) {
        return Reply.empty(401)
                .with(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"" + call.origin() + "/" + behaviour.tenantId() + "\"");
    }

    @Override
    public Reply throttled() {
        return Throttling.reply();
    }
}
