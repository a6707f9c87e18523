package io.mlconnector.foreign;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Property;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.jspecify.annotations.Nullable;

/** The entity sets of F&O that we use; enumerations are texts. */
final class Model extends CsdlAbstractEdmProvider {

    private static final String NAMESPACE = "Microsoft.Dynamics.DataEntities";
    private static final FullQualifiedName CONTAINER = new FullQualifiedName(NAMESPACE, "Resources");

    /** More digits behind the point than any amount or price has. */
    private static final int SCALE = 16;

    private static List<EntitySet> sets() {
        List<EntitySet> all = new ArrayList<>();
        EntitySets.all().forEach(all::add);
        return all;
    }

    @Override
    public @Nullable CsdlEntityType getEntityType(FullQualifiedName name) {
        return sets().stream()
                .filter(set -> set.typeName().equals(name.getName()))
                .findFirst()
                .map(Model::type)
                .orElse(null);
    }

    private static CsdlEntityType type(EntitySet set) {
        List<CsdlProperty> properties = new ArrayList<>();
        for (Property property : set.properties().values()) {
            String type = property.edmTypeName();
            properties.add(new CsdlProperty()
                    .setName(property.name())
                    .setType(type.startsWith("Edm.") ? type : "Edm.String")
                    .setScale(SCALE)
                    .setPrecision(type.equals("Edm.Decimal") ? null : 7));
        }
        return new CsdlEntityType()
                .setName(set.typeName())
                .setProperties(properties)
                .setKey(set.key().stream()
                        .map(key -> new CsdlPropertyRef().setName(key))
                        .toList());
    }

    @Override
    public @Nullable CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
        EntitySet set = EntitySets.find(name);
        return set == null ? null : set(set);
    }

    private static CsdlEntitySet set(EntitySet set) {
        return new CsdlEntitySet().setName(set.name()).setType(new FullQualifiedName(NAMESPACE, set.typeName()));
    }

    @Override
    public CsdlEntityContainer getEntityContainer() {
        return new CsdlEntityContainer()
                .setName(CONTAINER.getName())
                .setEntitySets(sets().stream().map(Model::set).toList());
    }

    @Override
    public CsdlEntityContainerInfo getEntityContainerInfo(FullQualifiedName name) {
        return new CsdlEntityContainerInfo().setContainerName(CONTAINER);
    }

    @Override
    public List<CsdlSchema> getSchemas() {
        return List.of(new CsdlSchema()
                .setNamespace(NAMESPACE)
                .setEntityTypes(sets().stream().map(Model::type).toList())
                .setEntityContainer(getEntityContainer()));
    }
}
