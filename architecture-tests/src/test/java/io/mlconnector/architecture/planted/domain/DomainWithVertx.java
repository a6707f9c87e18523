package io.mlconnector.architecture.planted.domain;

import io.vertx.core.json.JsonObject;

/** Planted: Vert.x in the domain. */
public record DomainWithVertx(JsonObject content) {}
