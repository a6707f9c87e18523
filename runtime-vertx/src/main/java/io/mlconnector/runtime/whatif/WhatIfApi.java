package io.mlconnector.runtime.whatif;

import io.mlconnector.domain.invoicing.whatif.ToleranceChange;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.engine.whatif.ToleranceTrials;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** What another tolerance would change about the stored invoices of a partner. */
public final class WhatIfApi {

    /** Words of the checks that have a tolerance of their own. */
    public static final Set<String> CHECKS = Set.of("price", "unit-price", "quantity", "total");

    private final ToleranceTrials trials;

    /** By these trials. */
    public WhatIfApi(ToleranceTrials trials) {
        this.trials = trials;
    }

    /** Adds its route; who is not signed in does not reach it. */
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents:what-if", ApiRouter.NO_WORDS, this::whatIf);
    }

    private void whatIf(RoutingContext context) {
        Members body = Members.of(context, Set.of("partner", "legalEntity", "check", "tolerance"));
        String named = body.text("partner").orElse("");
        Optional<LegalEntity> legalEntity = body.legalEntity("legalEntity");
        String check = body.text("check").orElse("");
        ToleranceChange change;
        try {
            ToleranceChange.check(check);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(
                    "check",
                    e.getMessage()
                            + NearestWord.of(NearestWord.shown(check), CHECKS)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse("."));
        }
        if (named.isBlank()) {
            throw new BadRequest("partner", "partner must be the id of a partner with invoices.");
        }
        known("partner", "partner " + NearestWord.shown(named) + " that sends invoices", named, trials.partners());
        legalEntity.ifPresent(
                one -> known("legalEntity", "legal entity " + one.id(), one.id(), trials.legalEntities()));
        try {
            change = ToleranceChange.parse(check, body.text("tolerance").orElse(""), legalEntity);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("tolerance", String.valueOf(e.getMessage()));
        }
        trials.of(new PartnerId(named), change)
                .onSuccess(result -> Answers.json(context, WhatIfJson.of(result)))
                .onFailure(context::fail);
    }

    private static void known(String member, String what, String word, Set<String> valid) {
        if (!valid.contains(word)) {
            throw new BadRequest(member, "There is no " + what + NearestWord.orAll(NearestWord.shown(word), valid));
        }
    }
}
