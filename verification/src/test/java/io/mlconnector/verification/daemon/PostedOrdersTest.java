package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.cleo.provider.PostedDocument;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of all partners go to an API Provider of CIC Studio instead of a folder. */
class PostedOrdersTest {

    private static final Pattern CLEO = Pattern.compile("baseUrl: (http://[^/]+)/");
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private World world(String proof) {
        return new World("posted", folder, TwinOptions.stress(11), yaml -> {
            Matcher cleo = CLEO.matcher(yaml);
            assertThat(cleo.find()).isTrue();
            String url = cleo.group(1) + "/integration/orders";
            return yaml.replaceAll(
                    "orders: \\{format: x12, folder: [^,]+, changes: \"860\", onUnknownOutcome: hold}",
                    "orders: {format: api, apiUrl: \"" + url + "\", onUnknownOutcome: hold, api: {"
                            + proof.replace("URL", url) + "}}");
        });
    }

    private static List<DocumentRecord> orders(World world) {
        return world.documents().stream()
                .filter(document -> OutgoingSubject.of(document.type()) == OutgoingSubject.ORDER)
                .toList();
    }

    private static void settle(World world, int confirmed) {
        Awaiting.until("all orders are announced", MOST, () -> orders(world).size() >= confirmed);
        Awaiting.until(
                "all of them rest",
                MOST,
                () -> orders(world).stream().allMatch(order -> order.condition().settled()));
    }

    private static void each_was_posted_once(World world) {
        List<PostedDocument> posted = world.twin().cleo().posted();
        assertThat(posted).extracting(PostedDocument::key).doesNotHaveDuplicates();
        for (DocumentRecord order : orders(world)) {
            assertThat(order.state()).as(order.keys().toString()).isInstanceOf(SendingState.Delivered.class);
            assertThat(posted)
                    .filteredOn(one -> one.key().equals(order.id().text()))
                    .singleElement()
                    .satisfies(one -> {
                        JsonObject json = new JsonObject(one.content());
                        assertThat(json.getString("documentId"))
                                .isEqualTo(order.id().text());
                        assertThat(json.encode()).contains(order.keys().orderNumber());
                    });
        }
    }

    @Test
    void each_order_is_posted_once_under_the_id_of_its_document() {
        try (World world = world("proof: member, member: id").start()) {
            world.twin().confirm(4);
            settle(world, 4);
            each_was_posted_once(world);
            assertThat(world.twin().cleo().received())
                    .as("nothing goes into a folder")
                    .isEmpty();
        }
    }

    @Test
    void what_the_status_address_knows_arrived_although_the_answer_was_lost() {
        try (World world = world("proof: status, statusUrl: \"URL/{document}\"").start()) {
            world.twin().faults().next(System.CLEO, "POST", "/integration", new Fault.DropAfterWork());
            world.twin()
                    .faults()
                    .next(System.CLEO, "POST", "/integration", new Fault.DropBeforeWork())
                    .times(1);
            world.twin().confirm(3);
            Awaiting.until("all orders are announced", MOST, () -> orders(world).size() >= 3);
            Awaiting.until(
                    "what arrived is delivered, and what did not is held",
                    MOST,
                    () -> orders(world).stream()
                            .allMatch(order ->
                                    order.condition() == Condition.DONE || order.condition() == Condition.HELD));
            List<PostedDocument> posted = world.twin().cleo().posted();
            assertThat(posted).extracting(PostedDocument::key).doesNotHaveDuplicates();
            for (DocumentRecord order : orders(world)) {
                boolean there = posted.stream()
                        .anyMatch(one -> one.key().equals(order.id().text()));
                assertThat(order.state() instanceof SendingState.Delivered)
                        .as(order.keys() + " " + order.reason())
                        .isEqualTo(there);
            }
            assertThat(posted).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void where_nothing_can_be_asked_a_lost_answer_is_a_question_for_a_person() {
        try (World world = world("proof: none").start()) {
            world.twin().faults().next(System.CLEO, "POST", "/integration", new Fault.DropAfterWork());
            world.twin().confirm(1);
            Awaiting.until(
                    "the order is held",
                    MOST,
                    () -> orders(world).stream().anyMatch(order -> order.condition() == Condition.HELD));
            assertThat(world.twin().cleo().posted()).hasSize(1);
            assertThat(orders(world).getFirst().reason().orElseThrow().code()).isEqualTo("upload-in-doubt");
        }
    }
}
