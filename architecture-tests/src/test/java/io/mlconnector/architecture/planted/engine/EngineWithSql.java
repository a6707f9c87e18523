package io.mlconnector.architecture.planted.engine;

import io.vertx.sqlclient.Pool;

record EngineWithSql(Pool pool) {}
