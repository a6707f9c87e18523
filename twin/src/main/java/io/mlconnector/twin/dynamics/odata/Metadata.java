package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.http.Reply;

/** {@code /data/$metadata} for the entity sets this simulator knows; enums are named, their members are not listed. */
public final class Metadata {

    private static final String NAMESPACE = "Microsoft.Dynamics.DataEntities";

    private Metadata() {}

    public static Reply reply() {
        StringBuilder types = new StringBuilder();
        StringBuilder sets = new StringBuilder();
        for (EntitySet set : EntitySets.all()) {
            types.append("<EntityType Name=\"").append(set.typeName()).append("\"><Key>");
            set.key()
                    .forEach(key ->
                            types.append("<PropertyRef Name=\"").append(key).append("\"/>"));
            types.append("</Key>");
            for (Property property : set.properties().values()) {
                types.append("<Property Name=\"")
                        .append(property.name())
                        .append("\" Type=\"")
                        .append(property.edmTypeName())
                        .append("\"/>");
            }
            types.append("</EntityType>");
            sets.append("<EntitySet Name=\"")
                    .append(set.name())
                    .append("\" EntityType=\"")
                    .append(NAMESPACE)
                    .append('.')
                    .append(set.typeName())
                    .append("\"/>");
        }
        return Reply.text(200, "application/xml", """
                <?xml version="1.0" encoding="utf-8"?>
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>\
                <Schema Namespace="%s" xmlns="http://docs.oasis-open.org/odata/ns/edm">%s\
                <EntityContainer Name="Resources">%s</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>
                """.formatted(NAMESPACE, types, sets));
    }
}
