package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultKind;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.twin.http.LoggedRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RandomFaultsTest extends TwinTest {

    private static List<@Nullable Fault> thousand(FaultPlan plan, String path) {
        List<@Nullable Fault> struck = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            struck.add(plan.strike(System.DYNAMICS, "POST", path));
        }
        return struck;
    }

    private static FaultPlan plan(long seed, Set<FaultKind> kinds) {
        FaultPlan plan = new FaultPlan();
        plan.randomly(seed, 0.3, kinds);
        return plan;
    }

    @Test
    void theSameSeedDisturbsTheSameRequestsAndEveryKindOccurs() {
        FaultPlan plan = plan(5, EnumSet.allOf(FaultKind.class));
        List<@Nullable Fault> struck = thousand(plan, "/data/$batch");
        assertThat(thousand(plan(5, EnumSet.allOf(FaultKind.class)), "/data/$batch"))
                .isEqualTo(struck);
        assertThat(thousand(plan(6, EnumSet.allOf(FaultKind.class)), "/data/$batch"))
                .isNotEqualTo(struck);
        assertThat(plan.struck()).containsOnlyKeys(FaultKind.values());
        int sum = plan.struck().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(sum).isBetween(250, 350);
        assertThat(struck.stream().filter(java.util.Objects::nonNull)).hasSize(sum);
    }

    @Test
    void onlyTheRequestedKindsOccurAndOnlyWhereApplicable() {
        FaultPlan throttled = plan(5, Set.of(FaultKind.THROTTLE));
        assertThat(thousand(throttled, "/data/VendorsV2").stream().filter(java.util.Objects::nonNull))
                .allMatch(fault -> fault instanceof Fault.Throttle || fault instanceof Fault.ThrottleUntil)
                .anyMatch(Fault.Throttle.class::isInstance)
                .anyMatch(Fault.ThrottleUntil.class::isInstance);
        FaultPlan nothing = plan(5, Set.of(FaultKind.THROTTLE_PART, FaultKind.EXPIRED_TOKEN));
        assertThat(thousand(nothing, "/t/oauth2/v2.0/token")).containsOnlyNulls();
        assertThat(nothing.struck()).isEmpty();
    }

    @Test
    void plannedFaultsComeFirstAndRandomFaultsCanBeStopped() {
        FaultPlan plan = plan(5, Set.of(FaultKind.DELAY));
        plan.next(System.DYNAMICS, "POST", "/data/", new Fault.DropBeforeWork());
        assertThat(plan.strike(System.DYNAMICS, "POST", "/data/$batch")).isEqualTo(new Fault.DropBeforeWork());
        plan.stopRandom();
        assertThat(thousand(plan, "/data/$batch")).containsOnlyNulls();
        assertThat(plan.struck()).isEqualTo(Map.of(FaultKind.DROP_BEFORE_WORK, 1));
    }

    @Test
    void lateWorkTakesEffectAfterTheConnectionIsGone() {
        Twin twin = start(TwinOptions.empty(1));
        fill(twin.dynamics(), "P1");
        get(twin, "VendorsV2");
        twin.faults().next(System.DYNAMICS, "POST", "/data/", new Fault.LateWork(Duration.ofMillis(300)));
        JsonObject header = new JsonObject().put("InvoiceAccount", "1001").put("InvoiceNumber", "I-1");
        String outcome = await(data(twin, HttpMethod.POST, "VendorInvoiceHeaders")
                .sendJsonObject(header)
                .map(answer -> "answer")
                .otherwise("none"));
        assertThat(outcome).isEqualTo("none");
        assertThat(twin.dynamics().invoices()).isEmpty();
        until(() -> twin.dynamics().invoices().size() == 1);
        assertThat(twin.faults().struck()).containsEntry(FaultKind.LATE_WORK, 1);
    }

    @Test
    void anExpiredTokenIsRefusedInTheFormatOfEachSystem() {
        Twin twin = start(TwinOptions.empty(1));
        get(twin, "VendorsV2");
        twin.faults().next(System.DYNAMICS, "GET", "/data/", new Fault.ExpiredToken());
        HttpResponse<Buffer> refused = get(twin, "VendorsV2");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.getHeader("WWW-Authenticate")).startsWith("Bearer");
        assertThat(get(twin, "VendorsV2").statusCode()).isEqualTo(200);
        twin.faults().next(System.CLEO, "GET", "/api/", new Fault.ExpiredToken());
        assertThat(await(cleo(twin, HttpMethod.GET, "/api/folders").send()).statusCode())
                .isEqualTo(401);
        assertThat(await(cleo(twin, HttpMethod.GET, "/api/folders").send()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void retryAfterMayBeADate() {
        Twin twin = start(TwinOptions.empty(1));
        get(twin, "VendorsV2");
        twin.faults().next(System.DYNAMICS, "GET", "/data/", new Fault.ThrottleUntil(7));
        Instant before = Instant.now();
        HttpResponse<Buffer> refused = get(twin, "VendorsV2");
        assertThat(refused.statusCode()).isEqualTo(429);
        Instant until = ZonedDateTime.parse(refused.getHeader("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(until).isBetween(before.plusSeconds(7), before.plusSeconds(15));
    }

    @Test
    void everyRequestIsRecordedWithItsResponse() {
        Twin twin = start(TwinOptions.empty(1));
        get(twin, "VendorsV2");
        twin.faults().next(System.DYNAMICS, "GET", "/data/", new Fault.Throttle(3));
        get(twin, "VendorsV2?$top=1");
        twin.faults().next(System.DYNAMICS, "GET", "/data/", new Fault.DropBeforeWork());
        assertThat(await(data(twin, HttpMethod.GET, "VendorsV3")
                        .send()
                        .map(answer -> "answer")
                        .otherwise("none")))
                .isEqualTo("none");
        await(http.getAbs(twin.environmentUrl() + "/twin/record").send());
        List<LoggedRequest> log = twin.requests().requests();
        assertThat(log).extracting(LoggedRequest::status).containsExactly(200, 200, 429, 0);
        assertThat(log)
                .extracting(LoggedRequest::scope)
                .containsExactly("token", "environment", "environment", "environment");
        assertThat(log.get(2).path()).isEqualTo("/data/VendorsV2");
        assertThat(log.get(2).retryAfter()).isEqualTo("3");
        assertThat(log.get(2).answeredNanos()).isGreaterThan(log.get(2).arrivedNanos());
        assertThat(log.get(3).arrivedNanos()).isGreaterThan(log.get(2).answeredNanos());
        assertThat(twin.requests().insideRetryAfter())
                .singleElement()
                .satisfies(early -> assertThat(early.request()).isEqualTo(log.get(3)));
    }
}
