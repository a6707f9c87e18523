package io.mlconnector.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.detail.Carriage;
import io.mlconnector.domain.invoicing.detail.FreightTerms;
import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.detail.PartyDetails;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.detail.ShipmentTotal;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.detail.line.LineDescription;
import io.mlconnector.domain.invoicing.detail.line.LinePrice;
import io.mlconnector.domain.invoicing.detail.line.LineQuantity;
import io.mlconnector.domain.invoicing.detail.line.Packing;
import io.mlconnector.domain.invoicing.detail.line.SubLine;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.ports.stored.StoredForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How states and documents are stored as JSON. What is stored stays readable: the names below are fixed, and a test
 * holds one stored row of every state and version.
 */
public final class JsonStoredForm implements StoredForm {

    /** Version of what is written today. */
    static final int VERSION = 2;

    private static final Map<String, Class<? extends FlowState>> STATES = Map.ofEntries(
            Map.entry("order-announced", SendingState.Announced.class),
            Map.entry("order-ready", SendingState.Ready.class),
            Map.entry("order-uploading", SendingState.Uploading.class),
            Map.entry("order-in-doubt", SendingState.InDoubt.class),
            Map.entry("order-delivered", SendingState.Delivered.class),
            Map.entry("invoice-received", InvoiceState.Received.class),
            Map.entry("invoice-ready", InvoiceState.Ready.class),
            Map.entry("invoice-posting-whole", InvoiceState.PostingWhole.class),
            Map.entry("invoice-posting-header", InvoiceState.PostingHeader.class),
            Map.entry("invoice-header-posted", InvoiceState.HeaderPosted.class),
            Map.entry("invoice-posting-lines", InvoiceState.PostingLines.class),
            Map.entry("invoice-header-to-delete", InvoiceState.HeaderToDelete.class),
            Map.entry("invoice-deleting-header", InvoiceState.DeletingHeader.class),
            Map.entry("invoice-in-doubt", InvoiceState.InDoubt.class),
            Map.entry("invoice-posted", InvoiceState.Posted.class),
            Map.entry("invoice-to-attach", InvoiceState.ToAttach.class),
            Map.entry("invoice-attaching", InvoiceState.Attaching.class),
            Map.entry("invoice-attachments-in-doubt", InvoiceState.AttachmentsInDoubt.class),
            Map.entry("invoice-duplicate", InvoiceState.Duplicate.class),
            Map.entry("held", Held.class),
            Map.entry("failed", Failed.class),
            Map.entry("discarded", Discarded.class),
            Map.entry("kept", Kept.class));

    private static final Map<String, Class<? extends Content>> ANSWERS = Map.of(
            "functional-acknowledgement", Content.FunctionalAcknowledgement.class,
            "order-answer", Content.OrderAnswer.class,
            "shipment", Content.Shipment.class,
            "advice", Content.Advice.class);

    private static final JsonMapper MAPPER = mapper();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    /** Values with one part are written as that part. */
    private abstract static class LegalEntityAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        LegalEntityAsText(String ignored) {}

        @JsonValue
        abstract String id();
    }

    private abstract static class VendorAccountAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        VendorAccountAsText(String ignored) {}

        @JsonValue
        abstract String number();
    }

    private abstract static class ItemNumberAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ItemNumberAsText(String ignored) {}

        @JsonValue
        abstract String number();
    }

    private abstract static class UnitSymbolAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        UnitSymbolAsText(String ignored) {}

        @JsonValue
        abstract String symbol();
    }

    private abstract static class IdAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        IdAsText(String ignored) {}

        @JsonValue
        abstract String text();
    }

    private abstract static class CodeAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CodeAsText(String ignored) {}

        @JsonValue
        abstract String code();
    }

    private abstract static class HashAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        HashAsText(String ignored) {}

        @JsonValue
        abstract String hex();
    }

    private abstract static class FolderAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static FolderReference parse(String text) {
            return FolderReference.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    @SuppressWarnings("unused") // stands for the fields of the same name
    private abstract static class ChargesWaivedAndHeaderIfAny {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        private final List<ChargeToPost> charges = List.of();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        private final Set<Cause> waived = Set.of();

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoDetails.class)
        private final Object header = "";
    }

    @SuppressWarnings("unused") // stands for the field of the same name
    private abstract static class DoubtedIfSo {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        private final boolean doubted = false;
    }

    @SuppressWarnings("unused") // stands for the fields of the same name
    private abstract static class OtherDocumentIfAny {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        private final Optional<DocumentId> duplicateOf = Optional.empty();

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        private final Optional<DocumentId> replacedBy = Optional.empty();
    }

    /** What an invoice says beyond what is posted is stored as far as there is any. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface OnlyWhatIsThere {}

    @SuppressWarnings("unused") // stands for the field of the same name
    private abstract static class DetailsIfAny {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoDetails.class)
        private final Object details = "";
    }

    /** Equal to what says nothing. */
    private static final class NoDetails {
        @Override
        public boolean equals(Object other) {
            return other == null
                    || other.equals(InvoiceDetails.NONE)
                    || other.equals(InvoiceLineDetails.NONE)
                    || other.equals(PartyDetails.NONE)
                    || other.equals(HeaderFields.NONE);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // 10.00 stays 10.00: neither 1E+1 nor 10.
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .addMixIn(FlowState.class, Named.class)
                .addMixIn(Content.class, Named.class)
                .addMixIn(DocumentId.class, IdAsText.class)
                .addMixIn(LegalEntity.class, LegalEntityAsText.class)
                .addMixIn(VendorAccount.class, VendorAccountAsText.class)
                .addMixIn(ItemNumber.class, ItemNumberAsText.class)
                .addMixIn(UnitSymbol.class, UnitSymbolAsText.class)
                .addMixIn(UnitCode.class, CodeAsText.class)
                .addMixIn(CurrencyCode.class, CodeAsText.class)
                .addMixIn(ContentHash.class, HashAsText.class)
                .addMixIn(FolderReference.class, FolderAsText.class)
                .addMixIn(InvoiceToPost.class, ChargesWaivedAndHeaderIfAny.class)
                .addMixIn(InvoiceState.Duplicate.class, OtherDocumentIfAny.class)
                .addMixIn(Discarded.class, OtherDocumentIfAny.class)
                .addMixIn(SendingState.Ready.class, DoubtedIfSo.class)
                .addMixIn(SendingState.Uploading.class, DoubtedIfSo.class)
                .addMixIn(VendorInvoice.class, DetailsIfAny.class)
                .addMixIn(InvoiceLine.class, DetailsIfAny.class)
                .addMixIn(InvoiceParty.class, DetailsIfAny.class);
        for (Class<?> details : List.of(
                Charge.class,
                Tax.class,
                InvoiceDetails.class,
                InvoiceLineDetails.class,
                PartyDetails.class,
                HeaderFields.class,
                InvoiceContact.class,
                InvoiceContact.Line.class,
                InvoiceNote.class,
                PaymentTerms.class,
                FreightTerms.class,
                Carriage.class,
                ShipmentTotal.class,
                InformativeCharge.class,
                LineDescription.class,
                LinePrice.class,
                LineQuantity.class,
                SubLine.class,
                Packing.class)) {
            builder.addMixIn(details, OnlyWhatIsThere.class);
        }
        // What an older version did not write, and what is left out because it is empty.
        for (Class<?> type : List.of(Set.class, List.class, Map.class, String.class)) {
            builder.withConfigOverride(
                    type, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        STATES.forEach((name, type) ->
                builder.registerSubtypes(new com.fasterxml.jackson.databind.jsontype.NamedType(type, name)));
        ANSWERS.forEach((name, type) ->
                builder.registerSubtypes(new com.fasterxml.jackson.databind.jsontype.NamedType(type, name)));
        return builder.build();
    }

    @Override
    public byte[] write(ApplicationAdvice advice) {
        return asText(advice).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ApplicationAdvice readAdvice(byte[] stored) {
        return as(stored, ApplicationAdvice.class);
    }

    @Override
    public byte[] write(InterchangeAnswer answer) {
        return asText(answer).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InterchangeAnswer readAnswer(byte[] stored) {
        return as(stored, InterchangeAnswer.class);
    }

    @Override
    public String write(FlowState state) {
        ObjectNode json = MAPPER.valueToTree(state);
        json.put("v", VERSION);
        return json.toString();
    }

    @Override
    public FlowState readState(String text) {
        try {
            JsonNode json = EarlierStates.upgrade(MAPPER.readTree(text), VERSION);
            Class<? extends FlowState> type = STATES.get(json.path("is").asText());
            if (type == null || json.path("v").asInt() > VERSION) {
                throw new IllegalStateException("The journal holds a state of a newer version: "
                        + json.path("is").asText() + ". Start the version that wrote it, or a newer one.");
            }
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal holds a state that cannot be read", e);
        }
    }

    @Override
    public String write(Problem problem) {
        return asText(problem);
    }

    @Override
    public Problem readProblem(String text) {
        return as(text.getBytes(StandardCharsets.UTF_8), Problem.class);
    }

    /** Named as in {@link AlignedOrder}. */
    private record OrderAsRead(PurchaseOrder order) {}

    @Override
    public byte[] write(PurchaseOrder order) {
        try {
            return MAPPER.writeValueAsBytes(new OrderAsRead(order));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be stored as JSON", e);
        }
    }

    @Override
    public byte[] write(AlignedOrder order) {
        return asText(order).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AlignedOrder readOrder(byte[] json) {
        try {
            JsonNode stored = MAPPER.readTree(json);
            detailed(stored.path("order"), OrderDetails.NONE);
            stored.path("order").path("lines").forEach(line -> detailed(line, OrderLineDetails.NONE));
            stored.path("lines").forEach(line -> detailed(line.path("line"), OrderLineDetails.NONE));
            return MAPPER.treeToValue(stored, AlignedOrder.class);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("The journal holds an AlignedOrder that cannot be read", e);
        }
    }

    /** Orders were stored without details once. */
    private static void detailed(JsonNode stored, Object none) {
        if (stored instanceof ObjectNode object && !object.has("details")) {
            object.set("details", MAPPER.valueToTree(none));
        }
    }

    @Override
    public byte[] write(ReceivedSet set) {
        return asText(set).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ReceivedSet readSet(byte[] json) {
        return as(json, ReceivedSet.class);
    }

    private static String asText(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be stored as JSON", e);
        }
    }

    private static <T> T as(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("The journal holds a " + type.getSimpleName() + " that cannot be read", e);
        }
    }
}
