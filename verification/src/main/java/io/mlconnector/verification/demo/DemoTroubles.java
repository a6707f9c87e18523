package io.mlconnector.verification.demo;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.scenario.Partner;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What goes wrong between the systems during a demo, now and then and for a while: an answer of F&O gets lost, so that nobody knows for two
 * minutes whether an invoice is there; and a folder of a partner may not be read any more until somebody corrects that.
 */
final class DemoTroubles {

    private static final Duration FIRST_LOST = Duration.ofSeconds(30);
    private static final Duration NEXT_LOST = Duration.ofMinutes(5);
    private static final Duration FIRST_LOCKED = Duration.ofSeconds(45);
    private static final Duration NEXT_LOCKED = Duration.ofMinutes(10);
    private static final Duration LOCKED = Duration.ofSeconds(90);

    /** More than are sent while the folder is locked. */
    private static final int ALL = 100_000;

    private static final String PARTNER = "initech";
    private static final Fault MAY_NOT_READ =
            new Fault.Answer(403, "{\"message\":\"You are not permitted to read this folder.\"}", Map.of());

    private final Vertx vertx;
    private final Twin twin;

    DemoTroubles(Vertx vertx, Twin twin) {
        this.vertx = vertx;
        this.twin = twin;
    }

    /** Begins; ends with the event loops. */
    void begin() {
        again(FIRST_LOST, NEXT_LOST, ignored -> loseAnAnswer());
        again(FIRST_LOCKED, NEXT_LOCKED, ignored -> lockFolder(LOCKED));
    }

    private void again(Duration first, Duration next, Consumer<Long> what) {
        vertx.setTimer(first.toMillis(), timer -> {
            what.accept(timer);
            vertx.setPeriodic(next.toMillis(), what::accept);
        });
    }

    /** The next invoice does not reach F&O, and no answer says so. */
    void loseAnAnswer() {
        twin.faults().next(FaultPlan.System.DYNAMICS, "POST", "/data/VendorInvoiceHeaders", new Fault.DropBeforeWork());
    }

    /** One partner's folder may not be read for so long. */
    void lockFolder(Duration length) {
        Partner partner = twin.scenario().partner(PARTNER).orElseThrow();
        FaultPlan.Planned locked = twin.faults()
                .next(
                        FaultPlan.System.CLEO,
                        "GET",
                        "/api/folders/" + twin.cleo().folder(partner.downloadFolder()) + "/children",
                        MAY_NOT_READ)
                .times(ALL);
        vertx.setTimer(length.toMillis(), ignored -> locked.times(0));
    }
}
