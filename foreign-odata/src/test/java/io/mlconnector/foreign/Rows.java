package io.mlconnector.foreign;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.olingo.commons.api.data.ContextURL;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.data.ValueType;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.commons.api.http.HttpHeader;
import org.apache.olingo.commons.api.http.HttpStatusCode;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.batch.BatchFacade;
import org.apache.olingo.server.api.deserializer.batch.BatchOptions;
import org.apache.olingo.server.api.deserializer.batch.BatchRequestPart;
import org.apache.olingo.server.api.deserializer.batch.ODataResponsePart;
import org.apache.olingo.server.api.processor.BatchProcessor;
import org.apache.olingo.server.api.processor.EntityCollectionProcessor;
import org.apache.olingo.server.api.processor.EntityProcessor;
import org.apache.olingo.server.api.serializer.EntityCollectionSerializerOptions;
import org.apache.olingo.server.api.serializer.EntitySerializerOptions;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.OrderByItem;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;

/** The rows of all sets, in memory: read with a filter, an order and a selection, created one by one or in change sets. */
final class Rows implements EntityCollectionProcessor, EntityProcessor, BatchProcessor {

    private Map<String, List<Entity>> rows = new HashMap<>();
    private OData odata = OData.newInstance();
    private ServiceMetadata metadata;

    Rows(ServiceMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public void init(OData service, ServiceMetadata ofService) {
        this.odata = service;
        this.metadata = ofService;
    }

    /** Enters a row; what is not given has the default of its type. */
    synchronized void enter(String setName, Map<String, Object> given) {
        EntitySet set = Objects.requireNonNull(EntitySets.find(setName), setName);
        Entity entity = new Entity();
        set.properties().forEach((name, property) -> {
            Object value = given.getOrDefault(name, property.defaultValue());
            entity.addProperty(new Property(null, name, ValueType.PRIMITIVE, stored(property.edmTypeName(), value)));
        });
        rows.computeIfAbsent(setName, absent -> new ArrayList<>()).add(entity);
    }

    private static Object stored(String type, Object value) {
        return switch (type) {
            case "Edm.DateTimeOffset" ->
                value instanceof Timestamp
                        ? value
                        : Timestamp.from(Instant.parse(
                                value.toString().length() == 10 ? value + "T12:00:00Z" : value.toString()));
            case "Edm.Decimal" -> new BigDecimal(value.toString());
            case "Edm.Int64" -> Long.valueOf(value.toString());
            case "Edm.Int32" -> Integer.valueOf(value.toString());
            case "Edm.Guid" -> UUID.fromString(value.toString());
            case "Edm.Boolean" -> Boolean.valueOf(value.toString());
            default -> value.toString();
        };
    }

    synchronized void clear() {
        rows.clear();
    }

    synchronized int count(String setName) {
        return rows.getOrDefault(setName, List.of()).size();
    }

    @Override
    public synchronized void readEntityCollection(
            ODataRequest request, ODataResponse response, UriInfo uri, ContentType format)
            throws ODataApplicationException, ODataLibraryException {
        EdmEntitySet set = ((UriResourceEntitySet) uri.getUriResourceParts().get(0)).getEntitySet();
        List<Entity> found = new ArrayList<>();
        for (Entity row : rows.getOrDefault(set.getName(), List.of())) {
            if (uri.getFilterOption() == null || holds(uri, row)) {
                found.add(row);
            }
        }
        if (uri.getOrderByOption() != null) {
            for (OrderByItem item : uri.getOrderByOption().getOrders().reversed()) {
                String name = name((Member) item.getExpression());
                Comparator<Entity> order = (one, other) -> Condition.compare(
                        Condition.value(one.getProperty(name).getValue()),
                        Condition.value(other.getProperty(name).getValue()));
                found.sort(item.isDescending() ? order.reversed() : order);
            }
        }
        int from = uri.getSkipOption() == null
                ? 0
                : Math.min(found.size(), uri.getSkipOption().getValue());
        int to = uri.getTopOption() == null
                ? found.size()
                : Math.min(found.size(), from + uri.getTopOption().getValue());
        EntityCollection collection = new EntityCollection();
        collection.getEntities().addAll(found.subList(from, to));
        SelectOption select = uri.getSelectOption();
        String list = odata.createUriHelper().buildContextURLSelectList(set.getEntityType(), null, select);
        response.setContent(odata.createSerializer(format)
                .entityCollection(
                        metadata,
                        set.getEntityType(),
                        collection,
                        EntityCollectionSerializerOptions.with()
                                .contextURL(ContextURL.with()
                                        .entitySet(set)
                                        .selectList(list)
                                        .build())
                                .select(select)
                                .build())
                .getContent());
        response.setStatusCode(HttpStatusCode.OK.getStatusCode());
        response.setHeader(HttpHeader.CONTENT_TYPE, format.toContentTypeString());
    }

    private static boolean holds(UriInfo uri, Entity row) throws ODataApplicationException {
        try {
            return (Boolean) uri.getFilterOption().getExpression().accept(new Condition(row));
        } catch (ExpressionVisitException e) {
            throw new ODataApplicationException(String.valueOf(e.getMessage()), 400, Locale.ROOT, e);
        }
    }

    private static String name(Member member) {
        return ((UriResourceProperty)
                        member.getResourcePath().getUriResourceParts().get(0))
                .getProperty()
                .getName();
    }

    @Override
    public synchronized void createEntity(
            ODataRequest request,
            ODataResponse response,
            UriInfo uri,
            ContentType requestFormat,
            ContentType responseFormat)
            throws ODataApplicationException, ODataLibraryException {
        EdmEntitySet set = ((UriResourceEntitySet) uri.getUriResourceParts().get(0)).getEntitySet();
        Entity given = odata.createDeserializer(requestFormat)
                .entity(request.getBody(), set.getEntityType())
                .getEntity();
        Map<String, Object> values = new HashMap<>();
        given.getProperties().forEach(property -> values.put(property.getName(), property.getValue()));
        WriteRules.insert(this, set.getName(), values);
        for (Entity row : rows.getOrDefault(set.getName(), List.of())) {
            if (set.getEntityType().getKeyPredicateNames().stream()
                    .allMatch(key ->
                            row.getProperty(key).getValue().toString().equals(String.valueOf(values.get(key))))) {
                throw new ODataApplicationException("The record already exists.", 400, Locale.ROOT);
            }
        }
        enter(set.getName(), values);
        Entity created = rows.getOrDefault(set.getName(), List.of()).getLast();
        response.setContent(odata.createSerializer(responseFormat)
                .entity(
                        metadata,
                        set.getEntityType(),
                        created,
                        EntitySerializerOptions.with()
                                .contextURL(ContextURL.with()
                                        .entitySet(set)
                                        .suffix(ContextURL.Suffix.ENTITY)
                                        .build())
                                .build())
                .getContent());
        response.setStatusCode(HttpStatusCode.CREATED.getStatusCode());
        response.setHeader(HttpHeader.CONTENT_TYPE, responseFormat.toContentTypeString());
    }

    @Override
    public synchronized void processBatch(BatchFacade facade, ODataRequest request, ODataResponse response)
            throws ODataApplicationException, ODataLibraryException {
        String boundary = facade.extractBoundaryFromContentType(request.getHeader(HttpHeader.CONTENT_TYPE));
        List<BatchRequestPart> parts = odata.createFixedFormatDeserializer()
                .parseBatchRequest(
                        request.getBody(),
                        boundary,
                        BatchOptions.with()
                                .rawBaseUri(request.getRawBaseUri())
                                .rawServiceResolutionUri(request.getRawServiceResolutionUri())
                                .build());
        boolean goesOn = String.valueOf(request.getHeader(HttpHeader.PREFER)).contains("continue-on-error");
        List<ODataResponsePart> answers = new ArrayList<>();
        for (BatchRequestPart part : parts) {
            ODataResponsePart answer = facade.handleBatchRequest(part);
            answers.add(answer);
            if (!goesOn && answer.getResponses().get(0).getStatusCode() >= 400) {
                break;
            }
        }
        String name = "batch_" + Long.toHexString(System.nanoTime());
        InputStream content = odata.createFixedFormatSerializer().batchResponse(answers, name);
        response.setHeader(HttpHeader.CONTENT_TYPE, ContentType.MULTIPART_MIXED + ";boundary=" + name);
        response.setContent(content);
        response.setStatusCode(HttpStatusCode.ACCEPTED.getStatusCode());
    }

    @Override
    public ODataResponsePart processChangeSet(BatchFacade facade, List<ODataRequest> requests)
            throws ODataApplicationException, ODataLibraryException {
        Map<String, List<Entity>> before = new HashMap<>();
        rows.forEach((set, all) -> before.put(set, new ArrayList<>(all)));
        List<ODataResponse> answers = new ArrayList<>();
        for (ODataRequest request : requests) {
            ODataResponse answer = facade.handleODataRequest(request);
            if (answer.getStatusCode() >= 400) {
                rows = before;
                return new ODataResponsePart(answer, false);
            }
            answers.add(answer);
        }
        return new ODataResponsePart(answers, true);
    }

    @Override
    public void readEntity(ODataRequest request, ODataResponse response, UriInfo uri, ContentType format) {
        response.setStatusCode(HttpStatusCode.NOT_IMPLEMENTED.getStatusCode());
    }

    @Override
    public void updateEntity(
            ODataRequest request, ODataResponse response, UriInfo uri, ContentType given, ContentType wanted) {
        response.setStatusCode(HttpStatusCode.NOT_IMPLEMENTED.getStatusCode());
    }

    @Override
    public synchronized void deleteEntity(ODataRequest request, ODataResponse response, UriInfo uri)
            throws ODataApplicationException {
        UriResourceEntitySet resource =
                (UriResourceEntitySet) uri.getUriResourceParts().get(0);
        String set = resource.getEntitySet().getName();
        Optional<Entity> row = all(set).stream()
                .filter(one -> resource.getKeyPredicates().stream()
                        .allMatch(key -> WriteRules.same(one, key.getName(), literal(key.getText()))))
                .findFirst();
        if (row.isEmpty()) {
            throw new ODataApplicationException("No row of this key.", 404, Locale.ROOT);
        }
        WriteRules.delete(this, set, row.get());
        remove(set, row.get());
        response.setStatusCode(HttpStatusCode.NO_CONTENT.getStatusCode());
    }

    private static String literal(String text) {
        return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    /** The rows of a set as they are now. */
    synchronized List<Entity> all(String set) {
        return List.copyOf(rows.getOrDefault(set, List.of()));
    }

    /** Removes this very row: rows of Olingo are equal when their content is. */
    @SuppressWarnings("ReferenceEquality")
    synchronized void remove(String set, Entity row) {
        rows.getOrDefault(set, new ArrayList<>()).removeIf(one -> one == row);
    }
}
