package io.mlconnector.architecture.planted.runtime;

import io.vertx.sqlclient.Pool;

record RuntimeWithSql(Pool pool) {}
