package io.mlconnector.console.session;

import io.mlconnector.console.operator.Operator;
import io.vertx.core.Future;
import java.util.Optional;

/** Tells whose token it is. */
@FunctionalInterface
public interface Recognition {
    /** The operator with this token; empty if it is nobody's. */
    Future<Optional<Operator>> of(String token);
}
