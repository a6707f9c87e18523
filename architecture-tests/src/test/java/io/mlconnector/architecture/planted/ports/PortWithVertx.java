package io.mlconnector.architecture.planted.ports;

import io.mlconnector.architecture.planted.domain.Innocent;
import io.vertx.core.Future;

/** Planted: Vert.x in a port. */
public interface PortWithVertx {

    Future<Innocent> find(String name);
}
