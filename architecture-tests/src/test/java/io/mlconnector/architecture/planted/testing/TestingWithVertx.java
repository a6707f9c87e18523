package io.mlconnector.architecture.planted.testing;

import io.vertx.core.Future;

record TestingWithVertx(Future<Void> future) {}
